-- CreateTable
CREATE TABLE "retention_runs" (
    "id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "upTo" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "byHand" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "held" TEXT,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "tickets" INTEGER NOT NULL DEFAULT 0,
    "vouchers" INTEGER NOT NULL DEFAULT 0,
    "signatures" INTEGER NOT NULL DEFAULT 0,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "files" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "retention_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_requests" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "applicantRef" TEXT NOT NULL,
    "ground" TEXT,
    "visits" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "access_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retention_runs_held_key" ON "retention_runs"("held");

-- CreateIndex
CREATE INDEX "retention_runs_upTo_idx" ON "retention_runs"("upTo");

-- CreateIndex
CREATE INDEX "retention_runs_startedAt_idx" ON "retention_runs"("startedAt");

-- CreateIndex
CREATE INDEX "access_requests_at_idx" ON "access_requests"("at");

-- CreateIndex
CREATE INDEX "access_requests_applicantRef_idx" ON "access_requests"("applicantRef");
