-- CreateEnum
CREATE TYPE "CounterCallState" AS ENUM ('CALLED', 'SERVED', 'ABSENT');

-- CreateTable
CREATE TABLE "counter_calls" (
    "voucherId" TEXT NOT NULL,
    "serviceDate" TEXT NOT NULL,
    "counter" TEXT NOT NULL,
    "state" "CounterCallState" NOT NULL DEFAULT 'CALLED',
    "calls" INTEGER NOT NULL DEFAULT 1,
    "calledAt" TIMESTAMP(3) NOT NULL,
    "calledById" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3),
    "held" TEXT,

    CONSTRAINT "counter_calls_pkey" PRIMARY KEY ("voucherId")
);

-- CreateIndex
CREATE UNIQUE INDEX "counter_calls_held_key" ON "counter_calls"("held");

-- CreateIndex
CREATE INDEX "counter_calls_serviceDate_calledAt_idx" ON "counter_calls"("serviceDate", "calledAt");

-- AddForeignKey
ALTER TABLE "counter_calls" ADD CONSTRAINT "counter_calls_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
