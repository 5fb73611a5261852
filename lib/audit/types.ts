/** Who did it: an opaque id of an account, a kiosk or a feed token. */
export type Actor =
  | { readonly kind: "SYSTEM" }
  | { readonly kind: "OFFICER"; readonly id: string }
  | { readonly kind: "KIOSK"; readonly id: string }
  | { readonly kind: "FEED"; readonly id: string };

/** What happened, as stable codes `subject.verb`. */
export type AuditAction =
  | "account.created"
  | "account.signed-in"
  | "account.sign-in-refused"
  | "account.locked"
  | "account.signed-out"
  | "account.changed"
  | "booking.checked"
  | "voucher.issued"
  | "voucher.granted"
  | "voucher.confirmed"
  | "voucher.confirmation-refused"
  | "voucher.step-done"
  | "voucher.step-settled"
  | "voucher.step-undone"
  | "voucher.withheld"
  | "voucher.reopened"
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
  | "outage.declared"
  | "outage.changed"
  | "print.requested"
  | "print.settled"
  | "kiosk.invited"
  | "kiosk.enrolled"
  | "kiosk.renamed"
  | "kiosk.revoked"
  | "officer.called"
  | "officer.call-answered"
  | "officer.call-cancelled"
  | "feed-token.issued"
  | "feed-token.revoked"
  | "policy.added"
  | "settings.changed";
