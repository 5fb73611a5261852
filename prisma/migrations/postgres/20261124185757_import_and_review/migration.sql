-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "reviewByHand" BOOLEAN,
ADD COLUMN     "reviewFeedSaid" BOOLEAN;

-- AlterTable
ALTER TABLE "alerts" ADD COLUMN     "note" TEXT;

-- CreateTable
CREATE TABLE "review_decisions" (
    "id" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "underReview" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "review_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_columns" (
    "heading" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedById" TEXT,

    CONSTRAINT "import_columns_pkey" PRIMARY KEY ("heading")
);

-- CreateIndex
CREATE INDEX "review_decisions_ticketId_at_idx" ON "review_decisions"("ticketId", "at");

-- AddForeignKey
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
