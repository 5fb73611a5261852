-- CreateEnum
CREATE TYPE "ReceiptState" AS ENUM ('VALID', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "ReceiptSouvenir" AS ENUM ('RECEIVED', 'PROMISED', 'NOT_GIVEN');

-- CreateEnum
CREATE TYPE "UnsignedReason" AS ENUM ('UNABLE', 'THUMBPRINT', 'DECLINED');

-- CreateTable
CREATE TABLE "receipts" (
    "id" TEXT NOT NULL,
    "voucherId" TEXT NOT NULL,
    "held" TEXT,
    "state" "ReceiptState" NOT NULL DEFAULT 'VALID',
    "seq" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "wording" INTEGER NOT NULL,
    "settingsVersion" INTEGER NOT NULL,
    "apologyGiven" BOOLEAN NOT NULL,
    "apologyAt" TIMESTAMP(3) NOT NULL,
    "apologyById" TEXT NOT NULL,
    "souvenir" "ReceiptSouvenir" NOT NULL,
    "item" TEXT,
    "souvenirAt" TIMESTAMP(3) NOT NULL,
    "souvenirById" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,
    "witnessId" TEXT NOT NULL,
    "unsignedReason" "UnsignedReason",
    "supersededAt" TIMESTAMP(3),
    "supersededById" TEXT,
    "supersededCause" TEXT,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_signatures" (
    "receiptId" TEXT NOT NULL,
    "sealed" BYTEA,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "receipt_signatures_pkey" PRIMARY KEY ("receiptId")
);

-- CreateIndex
CREATE UNIQUE INDEX "receipts_held_key" ON "receipts"("held");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_number_key" ON "receipts"("number");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_voucherId_seq_key" ON "receipts"("voucherId", "seq");

-- AddForeignKey
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_signatures" ADD CONSTRAINT "receipt_signatures_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "receipts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
