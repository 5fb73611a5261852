-- CreateTable
CREATE TABLE "duties" (
    "key" TEXT NOT NULL,
    "owner" TEXT,
    "until" TIMESTAMP(3),
    "runs" INTEGER NOT NULL DEFAULT 0,
    "ranAt" TIMESTAMP(3),
    "note" TEXT,

    CONSTRAINT "duties_pkey" PRIMARY KEY ("key")
);

-- CreateTable
-- Unlogged: what was counted in the last minute may be lost with a server, and need not wait for its disk or its standby.
CREATE UNLOGGED TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");
