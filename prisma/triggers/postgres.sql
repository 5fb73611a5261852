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
