-- CreateTable
CREATE TABLE "outage_events" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "outageId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT,
    "system" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "note" TEXT,
    CONSTRAINT "outage_events_outageId_fkey" FOREIGN KEY ("outageId") REFERENCES "outages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "hall_acknowledgements" (
    "ticketId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("ticketId", "level"),
    CONSTRAINT "hall_acknowledgements_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "outage_events_outageId_at_idx" ON "outage_events"("outageId", "at");
