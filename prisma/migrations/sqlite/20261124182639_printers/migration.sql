-- AlterTable
ALTER TABLE "kiosks" ADD COLUMN "build" TEXT;
ALTER TABLE "kiosks" ADD COLUMN "cameraState" TEXT;
ALTER TABLE "kiosks" ADD COLUMN "clockSkewMs" INTEGER;
ALTER TABLE "kiosks" ADD COLUMN "printerId" TEXT;
ALTER TABLE "kiosks" ADD COLUMN "reloadAskedAt" DATETIME;
ALTER TABLE "kiosks" ADD COLUMN "screen" TEXT;

-- CreateTable
CREATE TABLE "printers" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 9100,
    "paperWidth" TEXT NOT NULL DEFAULT '80',
    "state" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "stateAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" DATETIME,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "removedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- By hand: columns are added, where the engine would copy, drop and rename the table.
-- AlterTable
ALTER TABLE "print_jobs" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "print_jobs" ADD COLUMN "failure" TEXT;
ALTER TABLE "print_jobs" ADD COLUMN "printerId" TEXT;
ALTER TABLE "print_jobs" ADD COLUMN "sentAt" DATETIME;

-- CreateIndex
CREATE INDEX "print_jobs_printerId_state_createdAt_idx" ON "print_jobs"("printerId", "state", "createdAt");
