import type { Actor } from "@/lib/audit/types";

/** Who makes a change, and in which request: what its audit row says. */
export interface By {
  readonly actor: Actor;
  readonly requestId: string;
}

/** What an account may be: each stands for other rights, in rights.ts. */
export type Role = "officer" | "supervisor" | "head" | "administrator";

/** What someone signed in may do; who may is in rights.ts. */
export type Right =
  | "records.see"
  | "register.see"
  | "register.name"
  | "voucher.confirm"
  | "voucher.withhold"
  | "voucher.grant"
  | "ticket.enter"
  | "hall.acknowledge"
  | "contradiction.resolve"
  | "kiosk-call.answer"
  | "outage.declare"
  | "outage.back-date"
  | "review-flag.see"
  | "review-flag.set"
  | "queue.import"
  | "undo.others"
  | "confirmation.override"
  | "device-alert.acknowledge"
  | "receipt.sign"
  | "signature.see"
  | "souvenirs.manage"
  | "calendar.manage"
  | "devices.manage"
  | "feed.manage"
  | "settings.manage"
  | "policy.manage"
  | "accounts.manage"
  | "audit.verify"
  | "status.see"
  | "person.export"
  | "account.see"
  | "account.issue";

/** The person before the screen, as far as anything beyond `lib/access` needs to know. */
export interface SignedInAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** A device of the hall that proved who it is. */
export interface KnownKiosk {
  readonly id: string;
  readonly name: string;
}

export interface KnownFeedToken {
  readonly id: string;
  readonly name: string;
}

/** What the page of devices shows of a kiosk; instants are epoch milliseconds, UTC. */
export interface KioskRow {
  readonly id: string;
  readonly name: string;
  /** INVITED waits for its code; EXPIRED had a code that nobody typed in time. */
  readonly state: "ENROLLED" | "INVITED" | "EXPIRED";
  readonly lastSeenAt: number | null;
  readonly createdAt: number;
  /** Enrolled, and not heard of for over a minute. */
  readonly silent: boolean;
  /** A new code waits to be typed; the kiosk that is enrolled goes on until then. */
  readonly replacing: boolean;
  /** Its printer at the server; null prints with its own browser. */
  readonly printerId: string | null;
  /** What it last told of itself; null before its first heartbeat. */
  readonly build: string | null;
  /** "1080x1920" */
  readonly screen: string | null;
  readonly camera: string | null;
  /** Its clock minus the server's. */
  readonly clockSkewMs: number | null;
  /** A reload that was asked for and is still to be done. */
  readonly reloadAskedAt: number | null;
}

/** An enrolled kiosk that is not heard of; `since` is when it was last, epoch ms of the system's clock. */
export interface SilentKiosk {
  readonly id: string;
  readonly name: string;
  readonly since: number;
}

/** What the page of devices shows of a feed token: never the token. Instants are epoch milliseconds, UTC. */
export interface FeedTokenRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

/** What the page of accounts shows; instants are epoch milliseconds, UTC. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  readonly suspended: boolean;
  /** Until when the password opens that it was given and that its owner has not changed yet; null where there is none. */
  readonly passwordUntil: number | null;
  readonly createdAt: number;
  /** Whether whoever looks may change it and read its history. */
  readonly managed: boolean;
  /** Its newest sign-in; null where there was none, or where whoever looks may not know. */
  readonly lastSignInAt: number | null;
}

/** A password that the system made for somebody, told once to whoever asked for it. */
export interface GivenPassword {
  readonly password: string;
  /** Until when it opens, epoch ms of the system's clock. */
  readonly until: number;
}

/** One line of an account's history, newest first; `at` is epoch ms of the system's clock. */
export interface AccountEvent {
  readonly seq: number;
  readonly at: number;
  readonly kind:
    | "CREATED"
    | "SIGNED_IN"
    | "REFUSED"
    | "LOCKED"
    | "SIGNED_OUT"
    | "ENDED_IDLE"
    | "ENDED_EXPIRED"
    | "SUSPENDED"
    | "REINSTATED"
    | "PASSWORD_GIVEN"
    | "PASSWORD_CHANGED"
    | "ROLE";
  /** Who did it, where that is somebody else: a name, or null for the server itself. */
  readonly byName: string | null;
  readonly byOther: boolean;
  /** CREATED and ROLE: as what. */
  readonly role: Role | null;
}

/** A session as guards know it. Instants are epoch ms of the system's clock. */
export interface StaffSession {
  readonly id: string;
  readonly account: SignedInAccount;
  /** Somebody else chose the password: nothing but choosing another is open. */
  readonly mustChangePassword: boolean;
  /** When it ends if nobody does anything until then. */
  readonly endsAt: number;
}

/** One sign-in that the demo office offers as a button. */
export interface DemoSignIn {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** Someone at a kiosk waits for an officer; `at` is epoch ms of the system's clock. */
export interface OfficerCallRow {
  readonly id: string;
  readonly kioskName: string;
  readonly at: number;
}

export type DeviceAlertKind = "STORAGE" | "KIOSK" | "PRINTER" | "SLIP";

/** Something in the hall that needs a hand; nothing of it says who is concerned beyond a voucher's number. */
export interface DeviceAlert {
  readonly kind: DeviceAlertKind;
  /** The kiosk's, printer's or print job's. */
  readonly id: string;
  /** The device's name, or the voucher's number. */
  readonly name: string;
  /** PRINTER: its state. SLIP: FAILED did not come out, UNCONFIRMED may not have. Else "none". */
  readonly state: string;
  readonly voucherId?: string;
}
