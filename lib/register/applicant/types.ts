import type { Role } from "@/lib/access/types";

/** Who did something, as an applicant may know it: a role, a kiosk or the system, never a name. */
export type Doer = Role | "kiosk" | "system";

/** What the kiosk told; the same for every cause of SEE_OFFICER. Null where it is not known any more. */
export type Told =
  | "UNKNOWN_BOOKING"
  | "OTHER_DAY"
  | "NO_BIOMETRIC_TICKET"
  | "NOT_YET"
  | "SERVED_IN_TIME"
  | "OUTAGE"
  | "SEE_OFFICER"
  | "ELIGIBLE"
  | "ALREADY_RECEIVED";

/** A condition of F.2 as far as what was told says it. */
export interface ToldClause {
  readonly clause: "F.2.a" | "F.2.b" | "F.2.c" | "F.2.e" | "F.2.f";
  readonly met: boolean;
}

/** All instants of a record are ISO 8601, UTC; dates are the office's own. */
interface Done {
  readonly at: string;
  readonly by: Doer;
}

export interface KioskCheck {
  readonly at: string;
  readonly told: Told | null;
  /** Whole minutes; null where the kiosk told of no wait. */
  readonly waitedMinutes: number | null;
  readonly clauses: readonly ToldClause[];
}

export interface VoucherRecord {
  readonly number: string;
  readonly serviceDate: string;
  readonly state: string;
  readonly origin: string;
  readonly issuedAt: string;
  readonly waitedMinutes: number;
  readonly legalBasis: string;
  readonly last4: string | null;
  readonly steps: readonly {
    readonly step: string;
    readonly state: string;
    readonly at: string | null;
    readonly by: Doer | null;
    /** The souvenir handed over or promised. */
    readonly item: string | null;
  }[];
  readonly history: readonly (Done & { readonly kind: string; readonly step: string | null })[];
  readonly slips: readonly {
    readonly at: string;
    readonly kind: string;
    readonly copy: number;
    readonly state: string;
  }[];
  readonly promises: readonly {
    readonly item: string;
    readonly promisedAt: string;
    readonly keptAt: string | null;
    readonly state: string;
  }[];
  /** What was signed for. The signature itself is on the receipt; here only whether it is still held. */
  readonly receipts: readonly (Done & {
    readonly number: string;
    readonly state: string;
    readonly souvenir: string;
    readonly item: string | null;
    readonly signature: "HELD" | "REMOVED" | "NONE";
  })[];
  readonly call: { readonly counter: string; readonly at: string; readonly state: string } | null;
}

/** One visit: a ticket of the queue with everything that hangs on it. */
export interface VisitRecord {
  readonly serviceDate: string;
  readonly queueNumber: string | null;
  readonly applicantName: string | null;
  readonly bookingCode: string | null;
  readonly applicationType: string | null;
  readonly replacementReason: string | null;
  readonly bookingChannel: string | null;
  readonly numberAt: string | null;
  readonly calledAt: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly firstReceivedAt: string;
  readonly checks: readonly KioskCheck[];
  /** Officers who had the rules look at the case again; what came of it stands in the voucher's history. */
  readonly officerChecks: readonly Done[];
  readonly decisions: readonly (Done & { readonly kind: string })[];
  readonly corrections: readonly {
    readonly at: string;
    readonly fields: readonly string[];
    readonly resolvedAt: string | null;
  }[];
  readonly hallAlerts: readonly (Done & { readonly minutes: number })[];
  readonly voucher: VoucherRecord | null;
  readonly looks: readonly (Done & {
    readonly what: "TICKET" | "VOUCHER" | "RECEIPT" | "SIGNATURE" | "COPY";
  })[];
  /** The first date on which name, booking number and signature are gone, as the setting stands now. */
  readonly removedFrom: string;
}

/** Everything that is held about an applicant and may be told to them. */
export interface ApplicantRecord {
  readonly format: "janji-applicant-record-1";
  readonly office: string;
  readonly request: string;
  readonly madeAt: string;
  readonly retentionDays: number;
  readonly visits: readonly VisitRecord[];
}

/** What a request answers the tablet with: one file, kept nowhere. */
export interface ApplicantFile {
  readonly name: string;
  readonly html: string;
  readonly visits: number;
}

/** A past request, opaque: it does not say whose. Instants are epoch ms. */
export interface AccessRequestLine {
  readonly id: string;
  readonly at: number;
  readonly byName: string;
  readonly visits: number;
  /** Null once it was removed. */
  readonly ground: string | null;
}

/** The case that a request begins with. */
export interface ChosenCase {
  readonly ticketId: string;
  readonly queueNumber: string | null;
  readonly serviceDate: string;
}
