-- Append-only tables: the database itself refuses changes. Run after every migration; may run any number of times.
CREATE OR REPLACE FUNCTION janji_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE OR REPLACE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER decision_records_no_update BEFORE UPDATE ON decision_records FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER decision_records_no_delete BEFORE DELETE ON decision_records FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER decision_records_no_truncate BEFORE TRUNCATE ON decision_records FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER voucher_events_no_update BEFORE UPDATE ON voucher_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER voucher_events_no_delete BEFORE DELETE ON voucher_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER voucher_events_no_truncate BEFORE TRUNCATE ON voucher_events FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER rulings_no_update BEFORE UPDATE ON rulings FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER rulings_no_delete BEFORE DELETE ON rulings FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER rulings_no_truncate BEFORE TRUNCATE ON rulings FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER outage_events_no_update BEFORE UPDATE ON outage_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER outage_events_no_delete BEFORE DELETE ON outage_events FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER outage_events_no_truncate BEFORE TRUNCATE ON outage_events FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER review_decisions_no_update BEFORE UPDATE ON review_decisions FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER review_decisions_no_delete BEFORE DELETE ON review_decisions FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER review_decisions_no_truncate BEFORE TRUNCATE ON review_decisions FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER policy_versions_no_update BEFORE UPDATE ON policy_versions FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER policy_versions_no_delete BEFORE DELETE ON policy_versions FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER policy_versions_no_truncate BEFORE TRUNCATE ON policy_versions FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER setting_versions_no_update BEFORE UPDATE ON setting_versions FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER setting_versions_no_delete BEFORE DELETE ON setting_versions FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER setting_versions_no_truncate BEFORE TRUNCATE ON setting_versions FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
-- The audit chain: a row is taken at its end only, and the head moves on with it. The head itself never goes back.
CREATE OR REPLACE FUNCTION janji_audit_continues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1 AND seq = NEW.seq - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'audit_events continues at its head only';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER audit_events_continue BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION janji_audit_continues();
CREATE OR REPLACE TRIGGER audit_head_no_update BEFORE UPDATE ON audit_head FOR EACH ROW WHEN (NEW.seq < OLD.seq) EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER souvenir_movements_no_update BEFORE UPDATE ON souvenir_movements FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER souvenir_movements_no_delete BEFORE DELETE ON souvenir_movements FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER souvenir_movements_no_truncate BEFORE TRUNCATE ON souvenir_movements FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER account_reports_no_update BEFORE UPDATE ON account_reports FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER account_reports_no_delete BEFORE DELETE ON account_reports FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER account_reports_no_truncate BEFORE TRUNCATE ON account_reports FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
-- A stock is never below zero. No CHECK: SQLite would lose it when a later migration rebuilds the table.
CREATE OR REPLACE FUNCTION janji_stock_not_negative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stock < 0 THEN RAISE EXCEPTION 'a stock is never below zero'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER souvenirs_not_negative_insert BEFORE INSERT ON souvenirs FOR EACH ROW EXECUTE FUNCTION janji_stock_not_negative();
CREATE OR REPLACE TRIGGER souvenirs_not_negative_update BEFORE UPDATE ON souvenirs FOR EACH ROW EXECUTE FUNCTION janji_stock_not_negative();
-- What was signed for stays as it was: a receipt may only end, once, and a signature may only be removed.
CREATE OR REPLACE TRIGGER receipts_no_update BEFORE UPDATE ON receipts FOR EACH ROW WHEN (OLD.state = 'SUPERSEDED' OR NEW."id" IS DISTINCT FROM OLD."id" OR NEW."voucherId" IS DISTINCT FROM OLD."voucherId" OR NEW."seq" IS DISTINCT FROM OLD."seq" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."wording" IS DISTINCT FROM OLD."wording" OR NEW."settingsVersion" IS DISTINCT FROM OLD."settingsVersion" OR NEW."apologyGiven" IS DISTINCT FROM OLD."apologyGiven" OR NEW."apologyAt" IS DISTINCT FROM OLD."apologyAt" OR NEW."apologyById" IS DISTINCT FROM OLD."apologyById" OR NEW."souvenir" IS DISTINCT FROM OLD."souvenir" OR NEW."item" IS DISTINCT FROM OLD."item" OR NEW."souvenirAt" IS DISTINCT FROM OLD."souvenirAt" OR NEW."souvenirById" IS DISTINCT FROM OLD."souvenirById" OR NEW."signedAt" IS DISTINCT FROM OLD."signedAt" OR NEW."witnessId" IS DISTINCT FROM OLD."witnessId" OR NEW."unsignedReason" IS DISTINCT FROM OLD."unsignedReason") EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER receipts_no_delete BEFORE DELETE ON receipts FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER receipts_no_truncate BEFORE TRUNCATE ON receipts FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER receipt_signatures_no_update BEFORE UPDATE ON receipt_signatures FOR EACH ROW WHEN (NEW.sealed IS NOT NULL OR NEW."receiptId" IS DISTINCT FROM OLD."receiptId") EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER receipt_signatures_no_delete BEFORE DELETE ON receipt_signatures FOR EACH ROW EXECUTE FUNCTION janji_append_only();
CREATE OR REPLACE TRIGGER receipt_signatures_no_truncate BEFORE TRUNCATE ON receipt_signatures FOR EACH STATEMENT EXECUTE FUNCTION janji_append_only();
