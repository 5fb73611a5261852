-- CreateIndex
CREATE INDEX "vouchers_shortCode_idx" ON "vouchers"("shortCode");
