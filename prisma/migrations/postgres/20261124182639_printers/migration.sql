-- CreateEnum
CREATE TYPE "PrinterState" AS ENUM ('READY', 'PAPER_LOW', 'PAPER_OUT', 'COVER_OPEN', 'FAULT', 'UNREACHABLE', 'UNKNOWN');

-- AlterEnum
ALTER TYPE "PrintJobKind" ADD VALUE 'TEST';

-- AlterTable
ALTER TABLE "print_jobs" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "printerId" TEXT,
ADD COLUMN     "sentAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "kiosks" ADD COLUMN     "build" TEXT,
ADD COLUMN     "cameraState" TEXT,
ADD COLUMN     "clockSkewMs" INTEGER,
ADD COLUMN     "printerId" TEXT,
ADD COLUMN     "reloadAskedAt" TIMESTAMP(3),
ADD COLUMN     "screen" TEXT;

-- CreateTable
CREATE TABLE "printers" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 9100,
    "paperWidth" TEXT NOT NULL DEFAULT '80',
    "state" "PrinterState" NOT NULL DEFAULT 'UNKNOWN',
    "stateAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMP(3),
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "printers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "print_jobs_printerId_state_createdAt_idx" ON "print_jobs"("printerId", "state", "createdAt");
