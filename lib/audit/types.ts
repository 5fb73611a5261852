/** Who did it: an opaque id of an account, a kiosk or a feed token. */
export type Actor =
  | { readonly kind: "SYSTEM" }
  | { readonly kind: "OFFICER"; readonly id: string }
  | { readonly kind: "KIOSK"; readonly id: string }
  | { readonly kind: "FEED"; readonly id: string };

/** What happened, as stable codes `subject.verb`. */
export type AuditAction =
  | "account.created"
  | "backup.taken"
  | "backup.failed"
  | "backup.restored"
  | "database.moved"
  | "account.signed-in"
  | "account.sign-in-refused"
  | "account.locked"
  | "account.signed-out"
  | "account.session-ended"
  | "account.changed"
  | "booking.checked"
  | "voucher.issued"
  | "voucher.granted"
  | "voucher.confirmed"
  | "voucher.confirmation-refused"
  | "voucher.step-done"
  | "voucher.step-settled"
  | "voucher.step-promised"
  | "voucher.step-undone"
  | "voucher.withheld"
  | "voucher.reopened"
  | "voucher.called"
  | "voucher.call-served"
  | "voucher.call-absent"
  | "voucher.completed"
  | "voucher.lapsed"
  | "voucher.viewed"
  | "ticket.withheld"
  | "ticket.reopened"
  | "ticket.viewed"
  | "tickets.ingested"
  | "ticket.entered"
  | "alert.raised"
  | "alert.resolved"
  | "review-flag.decided"
  | "file.imported"
  | "import-columns.changed"
  | "outage.declared"
  | "outage.changed"
  | "hall.alert-acknowledged"
  | "print.requested"
  | "print.settled"
  | "kiosk.invited"
  | "kiosk.enrolled"
  | "kiosk.renamed"
  | "kiosk.revoked"
  | "kiosk.printer-assigned"
  | "printer.added"
  | "printer.renamed"
  | "printer.removed"
  | "printer.state-changed"
  | "kiosk.reload-asked"
  | "device-alert.acknowledged"
  | "officer.called"
  | "officer.call-answered"
  | "officer.call-cancelled"
  | "feed-token.issued"
  | "feed-token.revoked"
  | "souvenir.added"
  | "souvenir.changed"
  | "souvenir.delivered"
  | "souvenir.counted"
  | "souvenir.handed-out"
  | "souvenir.taken-back"
  | "souvenir-promise.made"
  | "souvenir-promise.kept"
  | "souvenir-promise.reopened"
  | "souvenir-promise.cancelled"
  | "receipt.signed"
  | "receipt.superseded"
  | "receipt.viewed"
  | "signature.viewed"
  | "policy.added"
  | "settings.changed"
  | "audit.verified"
  | "retention.removed"
  | "retention.finished"
  | "applicant.exported"
  | "report.viewed"
  | "report.downloaded"
  | "report.issued";

/** A line of the file of daily heads: where the chain ended at that instant. */
export interface HeadLine {
  /** Instant, UTC, `2026-11-24T03:30:00.000Z`. */
  readonly at: string;
  /** The office's local date. */
  readonly day: string;
  readonly office: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * What a verification finds first, with the number of the first bad row.
 * ALTERED: the row is not what was written there. MISSING: rows from `seq` to `upTo` are gone. INSERTED: the row was put in.
 * HEAD: the database's own note of the end (row `seq`) says another hash. REWRITTEN: by the file of heads, row `seq` was
 * another on `day`; rows after `after` may have been changed. FILE_DAMAGED: line `seq` of that file cannot be read.
 */
export interface ChainFinding {
  readonly kind: "ALTERED" | "MISSING" | "INSERTED" | "HEAD" | "REWRITTEN" | "FILE_DAMAGED";
  readonly seq: number;
  readonly upTo?: number;
  readonly after?: number;
  readonly day?: string;
}

/** What a whole verification came to. */
export interface ChainVerdict {
  readonly finding: ChainFinding | null;
  /** Rows that were looked at. */
  readonly rows: number;
  /** The last row that is sound, its number and hash. */
  readonly seq: number;
  readonly hash: string;
  /** How many heads of the file agree, and the last of them; null when there is no such file. */
  readonly heads: number | null;
  readonly lastHead: HeadLine | null;
}

/** A recorded verification: when (epoch ms, UTC) and by whom; `byId` is null for the server's own. */
export interface LastVerification extends Pick<ChainVerdict, "rows" | "seq" | "heads" | "finding"> {
  readonly at: number;
  readonly byId: string | null;
}

export type ChainTrouble = "AUDIT_BROKEN" | "AUDIT_HEAD_OLD";

/** What the page of the chain shows. */
export interface ChainView {
  /** Number of the last row. */
  readonly rows: number;
  readonly last: (LastVerification & { readonly byName: string | null }) | null;
  /** How far a verification is that runs now. */
  readonly running: { readonly rows: number; readonly of: number } | null;
  readonly file: string;
  /** The newest heads first; null when the file cannot be read. */
  readonly heads: readonly HeadLine[] | null;
}
