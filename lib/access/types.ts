/** What an account may be. A supervisor may do all that an officer may. */
export type Role = "officer" | "supervisor";

/** What someone signed in may do; who may is in rights.ts. */
export type Right =
  | "voucher.confirm"
  | "voucher.withhold"
  | "voucher.grant"
  | "ticket.enter"
  | "hall.acknowledge"
  | "outage.declare"
  | "outage.back-date"
  | "calendar.manage"
  | "review-flag.see"
  | "review-flag.set"
  | "queue.import"
  | "undo.others"
  | "confirmation.override"
  | "devices.manage"
  | "feed.manage"
  | "accounts.manage"
  | "audit.verify";

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
  readonly createdAt: number;
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
