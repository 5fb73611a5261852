-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "openedAfter" INTEGER NOT NULL,
    "fileLeaseUntil" DATETIME
);

-- RedefineTables: rows older than the chain get their hashes under the migration's lock (lib/platform/take-up-chain.ts).
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_audit_events" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT,
    "data" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);
INSERT INTO "new_audit_events" ("action", "actorId", "actorKind", "at", "data", "requestId", "seq", "subjectId", "subjectKind", "hash") SELECT "action", "actorId", "actorKind", "at", "data", "requestId", "seq", "subjectId", "subjectKind", '' FROM "audit_events";
DROP TABLE "audit_events";
ALTER TABLE "new_audit_events" RENAME TO "audit_events";
CREATE INDEX "audit_events_subjectKind_subjectId_idx" ON "audit_events"("subjectKind", "subjectId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
