-- AlterTable: rows older than the chain get their hashes under the migration's lock (lib/platform/take-up-chain.ts).
ALTER TABLE "audit_events" ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "seq" DROP DEFAULT;
ALTER TABLE "audit_events" ALTER COLUMN "hash" DROP DEFAULT;
DROP SEQUENCE "audit_events_seq_seq";

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "openedAfter" INTEGER NOT NULL,
    "fileLeaseUntil" TIMESTAMP(3),

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);
