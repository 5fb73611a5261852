-- CreateTable
CREATE TABLE "outage_events" (
    "id" TEXT NOT NULL,
    "outageId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT,
    "system" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "note" TEXT,

    CONSTRAINT "outage_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hall_acknowledgements" (
    "ticketId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "hall_acknowledgements_pkey" PRIMARY KEY ("ticketId","level")
);

-- CreateIndex
CREATE INDEX "outage_events_outageId_at_idx" ON "outage_events"("outageId", "at");

-- AddForeignKey
ALTER TABLE "outage_events" ADD CONSTRAINT "outage_events_outageId_fkey" FOREIGN KEY ("outageId") REFERENCES "outages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hall_acknowledgements" ADD CONSTRAINT "hall_acknowledgements_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;
