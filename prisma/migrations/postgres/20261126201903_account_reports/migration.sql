-- CreateTable
CREATE TABLE "account_reports" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "periodFrom" TEXT NOT NULL,
    "periodTo" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "issuedById" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "account_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_counters" (
    "year" INTEGER NOT NULL,
    "lastNumber" INTEGER NOT NULL,

    CONSTRAINT "report_counters_pkey" PRIMARY KEY ("year")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_reports_number_key" ON "account_reports"("number");

-- CreateIndex
CREATE INDEX "account_reports_issuedAt_idx" ON "account_reports"("issuedAt");

-- CreateIndex
CREATE UNIQUE INDEX "account_reports_year_seq_key" ON "account_reports"("year", "seq");
