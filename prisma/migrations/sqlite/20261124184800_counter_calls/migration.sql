-- CreateTable
CREATE TABLE "counter_calls" (
    "voucherId" TEXT NOT NULL PRIMARY KEY,
    "serviceDate" TEXT NOT NULL,
    "counter" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'CALLED',
    "calls" INTEGER NOT NULL DEFAULT 1,
    "calledAt" DATETIME NOT NULL,
    "calledById" TEXT NOT NULL,
    "endedAt" DATETIME,
    "held" TEXT,
    CONSTRAINT "counter_calls_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "counter_calls_held_key" ON "counter_calls"("held");

-- CreateIndex
CREATE INDEX "counter_calls_serviceDate_calledAt_idx" ON "counter_calls"("serviceDate", "calledAt");
