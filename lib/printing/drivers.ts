import "server-only";
import { printOverTcp, type Delivery, type DeliveryHooks, type PrinterAddress } from "./escpos-session";
import type { PrintedBy, PrintJobState } from "./types";

/** The ways onto paper behind one interface: who prints, whose word settles a job, how it gets to a printer. */
export interface PrintDriver {
  readonly printedBy: PrintedBy;
  /** States in which a person's word about the slip counts. */
  readonly peopleSettle: readonly PrintJobState[];
  /** Delivers a job's bytes; null where a browser prints by itself and the server has nothing to send. */
  readonly deliver:
    ((printer: PrinterAddress, bytes: Uint8Array, hooks: DeliveryHooks) => Promise<Delivery>) | null;
}

/** The kiosk's or tablet's own browser: it cannot know whether paper came out, so people settle every job. */
const browser: PrintDriver = {
  printedBy: "BROWSER",
  peopleSettle: ["QUEUED", "SENT", "UNCONFIRMED", "FAILED"],
  deliver: null,
};

/** A network printer that the server drives: its own answer settles a job, people only where it gave none. */
const escpos: PrintDriver = {
  printedBy: "SERVER",
  peopleSettle: ["UNCONFIRMED"],
  deliver: printOverTcp,
};

/** The driver of a job with this printer, or without one. */
export function driverOf(printer: unknown): PrintDriver {
  return printer === null ? browser : escpos;
}
