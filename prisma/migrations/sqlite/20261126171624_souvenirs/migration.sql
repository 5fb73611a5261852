-- AlterTable
ALTER TABLE "print_jobs" ADD COLUMN "promiseId" TEXT;

-- CreateTable
CREATE TABLE "souvenirs" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "stock" INTEGER NOT NULL DEFAULT 0,
    "countedAt" DATETIME,
    "lowMark" INTEGER NOT NULL,
    "retiredAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "souvenir_movements" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "souvenirId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "change" INTEGER NOT NULL,
    "stockAfter" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "reason" TEXT,
    "voucherId" TEXT,
    "promiseId" TEXT,
    "undoesId" TEXT,
    CONSTRAINT "souvenir_movements_souvenirId_fkey" FOREIGN KEY ("souvenirId") REFERENCES "souvenirs" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "souvenir_movements_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "souvenir_movements_promiseId_fkey" FOREIGN KEY ("promiseId") REFERENCES "souvenir_promises" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "souvenir_movements_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "souvenir_movements" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "souvenir_promises" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "voucherId" TEXT NOT NULL,
    "held" TEXT,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "souvenirId" TEXT NOT NULL,
    "shortCode" TEXT NOT NULL,
    "promisedAt" DATETIME NOT NULL,
    "promisedById" TEXT NOT NULL,
    "keptAt" DATETIME,
    "keptById" TEXT,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "souvenir_promises_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "souvenir_promises_souvenirId_fkey" FOREIGN KEY ("souvenirId") REFERENCES "souvenirs" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "souvenirs_nameKey_key" ON "souvenirs"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "souvenir_movements_undoesId_key" ON "souvenir_movements"("undoesId");

-- CreateIndex
CREATE INDEX "souvenir_movements_souvenirId_at_idx" ON "souvenir_movements"("souvenirId", "at");

-- CreateIndex
CREATE INDEX "souvenir_movements_voucherId_idx" ON "souvenir_movements"("voucherId");

-- CreateIndex
CREATE INDEX "souvenir_movements_at_idx" ON "souvenir_movements"("at");

-- CreateIndex
CREATE UNIQUE INDEX "souvenir_promises_held_key" ON "souvenir_promises"("held");

-- CreateIndex
CREATE UNIQUE INDEX "souvenir_promises_shortCode_key" ON "souvenir_promises"("shortCode");

-- CreateIndex
CREATE INDEX "souvenir_promises_state_promisedAt_idx" ON "souvenir_promises"("state", "promisedAt");

-- CreateIndex
CREATE UNIQUE INDEX "print_jobs_promiseId_copy_key" ON "print_jobs"("promiseId", "copy");
