-- CreateTable
CREATE TABLE "receipts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "voucherId" TEXT NOT NULL,
    "held" TEXT,
    "state" TEXT NOT NULL DEFAULT 'VALID',
    "seq" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "wording" INTEGER NOT NULL,
    "settingsVersion" INTEGER NOT NULL,
    "apologyGiven" BOOLEAN NOT NULL,
    "apologyAt" DATETIME NOT NULL,
    "apologyById" TEXT NOT NULL,
    "souvenir" TEXT NOT NULL,
    "item" TEXT,
    "souvenirAt" DATETIME NOT NULL,
    "souvenirById" TEXT NOT NULL,
    "signedAt" DATETIME NOT NULL,
    "witnessId" TEXT NOT NULL,
    "unsignedReason" TEXT,
    "supersededAt" DATETIME,
    "supersededById" TEXT,
    "supersededCause" TEXT,
    CONSTRAINT "receipts_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "receipt_signatures" (
    "receiptId" TEXT NOT NULL PRIMARY KEY,
    "sealed" BLOB,
    "removedAt" DATETIME,
    CONSTRAINT "receipt_signatures_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "receipts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "receipts_held_key" ON "receipts"("held");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_number_key" ON "receipts"("number");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_voucherId_seq_key" ON "receipts"("voucherId", "seq");
