-- CreateTable
CREATE TABLE "duties" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT,
    "until" DATETIME,
    "runs" INTEGER NOT NULL DEFAULT 0,
    "ranAt" DATETIME,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT
);

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");
