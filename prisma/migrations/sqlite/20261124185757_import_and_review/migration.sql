-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "reviewByHand" BOOLEAN;
ALTER TABLE "tickets" ADD COLUMN "reviewFeedSaid" BOOLEAN;

-- AlterTable
ALTER TABLE "alerts" ADD COLUMN "note" TEXT;

-- CreateTable
CREATE TABLE "review_decisions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ticketId" TEXT NOT NULL,
    "underReview" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "review_decisions_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "import_columns" (
    "heading" TEXT NOT NULL PRIMARY KEY,
    "field" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "updatedById" TEXT
);

-- CreateIndex
CREATE INDEX "review_decisions_ticketId_at_idx" ON "review_decisions"("ticketId", "at");
