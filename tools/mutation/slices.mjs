const rules = (...names) => names.map((name) => `lib/rules/${name}.ts`);
// The command that reads worked cases starts processes of its own, which no mutant reaches.
const RULES_TESTS = ["tests/unit/rules/!(cases-script).test.ts"];
const vouchers = (...names) => names.map((name) => `lib/vouchers/${name}.ts`);
const database = (...names) => names.map((name) => `tests/db/${name}.test.ts`);

/**
 * Which sources are changed, and which tests must notice: those that state what these sources do. A mutant is put to
 * those of them that reach it. Where modules keep nothing of their own in memory, one worker serves for all mutants; the
 * others are `cold`. Together the slices are all of lib/rules and lib/vouchers; run.mjs sees to that.
 */
export const SLICES = {
  rules: {
    mutate: rules(
      "choose-ticket",
      "clauses",
      "decide",
      "outage-overlap",
      "policy",
      "policy-examples",
      "public-result",
    ),
    tests: RULES_TESTS,
  },
  states: {
    mutate: rules("stock-level", "types", "voucher-states"),
    tests: RULES_TESTS,
  },
  // Keeps what it made in memory, so a mutant would outlive itself: each gets a worker of its own.
  dates: {
    mutate: rules("local-date"),
    tests: RULES_TESTS,
    cold: true,
  },
  check: {
    mutate: vouchers("check-booking", "kiosk-answers", "evaluate", "wait", "issue-voucher"),
    tests: database("kiosk-outcomes", "check-evidence", "check-whose"),
  },
  steps: {
    mutate: vouchers("record-step", "undo-step", "locked-voucher", "staff-call"),
    tests: database("tablet-steps", "tablet-evidence", "souvenirs", "souvenir-promises"),
  },
  confirmation: {
    mutate: vouchers("confirmation", "confirm-voucher"),
    tests: database("tablet-confirmation", "tablet-evidence", "rulings"),
  },
  decisions: {
    mutate: vouchers("grant-voucher", "withhold", "rulings", "ticket-call"),
    tests: database("rulings", "withhold-evidence", "check-evidence", "tablet-views"),
  },
  keys: {
    mutate: vouchers("request-keys", "lapse-vouchers", "tokens"),
    tests: [
      "tests/unit/vouchers/tokens.test.ts",
      ...database("request-keys", "request-keys-races", "lapse", "tablet-evidence", "find-voucher"),
    ],
  },
  paper: {
    mutate: vouchers("reprint", "paper-content", "supersede-receipt"),
    tests: database("reprint", "check-evidence", "paper-content", "receipts", "receipt-promises"),
  },
  flag: {
    mutate: vouchers("review-flag", "review-facts"),
    tests: database("review-flag", "applicant-flag", "register-flag"),
  },
  reading: {
    mutate: vouchers("queries", "ticket-queries", "voucher-view", "clause-views"),
    tests: database("tablet-views", "find-voucher", "tablet-confirmation", "tablet-evidence", "rulings"),
  },
  forms: {
    mutate: vouchers("schema", "kiosk-schema", "types", "souvenirs/schema", "souvenirs/types"),
    tests: ["tests/unit/vouchers/schema.test.ts"],
  },
  stock: {
    mutate: vouchers("souvenirs/stock", "souvenirs/change-stock", "souvenirs/items", "souvenirs/queries"),
    tests: database("souvenirs", "souvenir-evidence", "souvenir-promises"),
  },
  promises: {
    mutate: vouchers(
      ...["keep-promise", "make-promise", "print-promise", "promise-queries"].map(
        (name) => `souvenirs/${name}`,
      ),
    ),
    tests: database("souvenir-promises", "souvenir-evidence", "paper-content", "receipt-promises"),
  },
  settings: {
    mutate: vouchers(
      "kiosk-office",
      ...["check-settings", "queries", "save-settings", "settings-page", "try-patterns", "types"].map(
        (name) => `office-settings/${name}`,
      ),
    ),
    tests: [
      "tests/unit/vouchers/try-patterns.test.ts",
      ...database("office-settings", "second-office", "kiosk-heartbeat", "change-calendar"),
    ],
  },
};
