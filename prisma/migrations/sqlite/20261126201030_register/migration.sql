-- CreateIndex
CREATE INDEX "tickets_queueNumber_serviceDate_idx" ON "tickets"("queueNumber", "serviceDate");

-- CreateIndex
CREATE INDEX "tickets_bookingLast4_serviceDate_idx" ON "tickets"("bookingLast4", "serviceDate");

-- CreateIndex
CREATE INDEX "vouchers_number_serviceDate_idx" ON "vouchers"("number", "serviceDate");

-- CreateIndex
CREATE INDEX "vouchers_state_serviceDate_seq_idx" ON "vouchers"("state", "serviceDate", "seq");

-- CreateIndex
CREATE INDEX "vouchers_origin_serviceDate_seq_idx" ON "vouchers"("origin", "serviceDate", "seq");

-- CreateIndex
CREATE INDEX "souvenir_promises_voucherId_idx" ON "souvenir_promises"("voucherId");

-- CreateIndex
CREATE INDEX "voucher_events_byId_voucherId_idx" ON "voucher_events"("byId", "voucherId");

-- CreateIndex
CREATE INDEX "rulings_kind_at_idx" ON "rulings"("kind", "at");

-- CreateIndex
CREATE INDEX "rulings_byId_at_idx" ON "rulings"("byId", "at");

-- CreateIndex
CREATE INDEX "decision_records_outcome_serviceDate_at_idx" ON "decision_records"("outcome", "serviceDate", "at");

-- CreateIndex
CREATE INDEX "decision_records_serviceDate_waitedMs_policyVersion_idx" ON "decision_records"("serviceDate", "waitedMs", "policyVersion");

-- CreateIndex
CREATE INDEX "alerts_ticketId_at_idx" ON "alerts"("ticketId", "at");
