-- Append-only tables: the database itself refuses changes. Run after every migration; may run any number of times.
DROP TRIGGER IF EXISTS audit_events_no_update;
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;
DROP TRIGGER IF EXISTS audit_events_no_delete;
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit_events is append-only');
END;
DROP TRIGGER IF EXISTS decision_records_no_update;
CREATE TRIGGER decision_records_no_update BEFORE UPDATE ON decision_records BEGIN
  SELECT RAISE(ABORT, 'decision_records is append-only');
END;
DROP TRIGGER IF EXISTS decision_records_no_delete;
CREATE TRIGGER decision_records_no_delete BEFORE DELETE ON decision_records BEGIN
  SELECT RAISE(ABORT, 'decision_records is append-only');
END;
DROP TRIGGER IF EXISTS voucher_events_no_update;
CREATE TRIGGER voucher_events_no_update BEFORE UPDATE ON voucher_events BEGIN
  SELECT RAISE(ABORT, 'voucher_events is append-only');
END;
DROP TRIGGER IF EXISTS voucher_events_no_delete;
CREATE TRIGGER voucher_events_no_delete BEFORE DELETE ON voucher_events BEGIN
  SELECT RAISE(ABORT, 'voucher_events is append-only');
END;
DROP TRIGGER IF EXISTS rulings_no_update;
CREATE TRIGGER rulings_no_update BEFORE UPDATE ON rulings BEGIN
  SELECT RAISE(ABORT, 'rulings is append-only');
END;
DROP TRIGGER IF EXISTS rulings_no_delete;
CREATE TRIGGER rulings_no_delete BEFORE DELETE ON rulings BEGIN
  SELECT RAISE(ABORT, 'rulings is append-only');
END;
DROP TRIGGER IF EXISTS outage_events_no_update;
CREATE TRIGGER outage_events_no_update BEFORE UPDATE ON outage_events BEGIN
  SELECT RAISE(ABORT, 'outage_events is append-only');
END;
DROP TRIGGER IF EXISTS outage_events_no_delete;
CREATE TRIGGER outage_events_no_delete BEFORE DELETE ON outage_events BEGIN
  SELECT RAISE(ABORT, 'outage_events is append-only');
END;
DROP TRIGGER IF EXISTS review_decisions_no_update;
CREATE TRIGGER review_decisions_no_update BEFORE UPDATE ON review_decisions BEGIN
  SELECT RAISE(ABORT, 'review_decisions is append-only');
END;
DROP TRIGGER IF EXISTS review_decisions_no_delete;
CREATE TRIGGER review_decisions_no_delete BEFORE DELETE ON review_decisions BEGIN
  SELECT RAISE(ABORT, 'review_decisions is append-only');
END;
DROP TRIGGER IF EXISTS policy_versions_no_update;
CREATE TRIGGER policy_versions_no_update BEFORE UPDATE ON policy_versions BEGIN
  SELECT RAISE(ABORT, 'policy_versions is append-only');
END;
DROP TRIGGER IF EXISTS policy_versions_no_delete;
CREATE TRIGGER policy_versions_no_delete BEFORE DELETE ON policy_versions BEGIN
  SELECT RAISE(ABORT, 'policy_versions is append-only');
END;
DROP TRIGGER IF EXISTS setting_versions_no_update;
CREATE TRIGGER setting_versions_no_update BEFORE UPDATE ON setting_versions BEGIN
  SELECT RAISE(ABORT, 'setting_versions is append-only');
END;
DROP TRIGGER IF EXISTS setting_versions_no_delete;
CREATE TRIGGER setting_versions_no_delete BEFORE DELETE ON setting_versions BEGIN
  SELECT RAISE(ABORT, 'setting_versions is append-only');
END;
-- The audit chain: a row is taken at its end only, and the head moves on with it. The head itself never goes back.
-- A migration that rebuilds audit_head must first drop audit_events_continue, which names it.
DROP TRIGGER IF EXISTS audit_events_continue;
CREATE TRIGGER audit_events_continue BEFORE INSERT ON audit_events BEGIN
  SELECT RAISE(ABORT, 'audit_events continues at its head only')
    WHERE NOT EXISTS (SELECT 1 FROM audit_head WHERE id = 1 AND seq = NEW.seq - 1);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
END;
DROP TRIGGER IF EXISTS audit_head_no_update;
CREATE TRIGGER audit_head_no_update BEFORE UPDATE ON audit_head WHEN NEW.seq < OLD.seq BEGIN
  SELECT RAISE(ABORT, 'audit_head only goes on: append-only');
END;
DROP TRIGGER IF EXISTS audit_head_no_delete;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN
  SELECT RAISE(ABORT, 'audit_head only goes on: append-only');
END;
DROP TRIGGER IF EXISTS souvenir_movements_no_update;
CREATE TRIGGER souvenir_movements_no_update BEFORE UPDATE ON souvenir_movements BEGIN
  SELECT RAISE(ABORT, 'souvenir_movements is append-only');
END;
DROP TRIGGER IF EXISTS souvenir_movements_no_delete;
CREATE TRIGGER souvenir_movements_no_delete BEFORE DELETE ON souvenir_movements BEGIN
  SELECT RAISE(ABORT, 'souvenir_movements is append-only');
END;
DROP TRIGGER IF EXISTS account_reports_no_update;
CREATE TRIGGER account_reports_no_update BEFORE UPDATE ON account_reports BEGIN
  SELECT RAISE(ABORT, 'account_reports is append-only');
END;
DROP TRIGGER IF EXISTS account_reports_no_delete;
CREATE TRIGGER account_reports_no_delete BEFORE DELETE ON account_reports BEGIN
  SELECT RAISE(ABORT, 'account_reports is append-only');
END;
-- A stock is never below zero. No CHECK: a later migration that rebuilds the table would lose it.
DROP TRIGGER IF EXISTS souvenirs_not_negative_insert;
CREATE TRIGGER souvenirs_not_negative_insert BEFORE INSERT ON souvenirs WHEN NEW.stock < 0 BEGIN
  SELECT RAISE(ABORT, 'a stock is never below zero');
END;
DROP TRIGGER IF EXISTS souvenirs_not_negative_update;
CREATE TRIGGER souvenirs_not_negative_update BEFORE UPDATE ON souvenirs WHEN NEW.stock < 0 BEGIN
  SELECT RAISE(ABORT, 'a stock is never below zero');
END;
-- What was signed for stays as it was: a receipt may only end, once, and a signature may only be removed.
DROP TRIGGER IF EXISTS receipts_no_update;
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts WHEN OLD.state = 'SUPERSEDED' OR NEW."id" IS NOT OLD."id" OR NEW."voucherId" IS NOT OLD."voucherId" OR NEW."seq" IS NOT OLD."seq" OR NEW."number" IS NOT OLD."number" OR NEW."wording" IS NOT OLD."wording" OR NEW."settingsVersion" IS NOT OLD."settingsVersion" OR NEW."apologyGiven" IS NOT OLD."apologyGiven" OR NEW."apologyAt" IS NOT OLD."apologyAt" OR NEW."apologyById" IS NOT OLD."apologyById" OR NEW."souvenir" IS NOT OLD."souvenir" OR NEW."item" IS NOT OLD."item" OR NEW."souvenirAt" IS NOT OLD."souvenirAt" OR NEW."souvenirById" IS NOT OLD."souvenirById" OR NEW."signedAt" IS NOT OLD."signedAt" OR NEW."witnessId" IS NOT OLD."witnessId" OR NEW."unsignedReason" IS NOT OLD."unsignedReason" BEGIN
  SELECT RAISE(ABORT, 'receipts is append-only');
END;
DROP TRIGGER IF EXISTS receipts_no_delete;
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts BEGIN
  SELECT RAISE(ABORT, 'receipts is append-only');
END;
DROP TRIGGER IF EXISTS receipt_signatures_no_update;
CREATE TRIGGER receipt_signatures_no_update BEFORE UPDATE ON receipt_signatures WHEN NEW.sealed IS NOT NULL OR NEW."receiptId" IS NOT OLD."receiptId" BEGIN
  SELECT RAISE(ABORT, 'receipt_signatures is append-only');
END;
DROP TRIGGER IF EXISTS receipt_signatures_no_delete;
CREATE TRIGGER receipt_signatures_no_delete BEFORE DELETE ON receipt_signatures BEGIN
  SELECT RAISE(ABORT, 'receipt_signatures is append-only');
END;
