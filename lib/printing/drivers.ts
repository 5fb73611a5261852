import "server-only";
import type { PrintedBy, PrintJobState } from "./types";

/** The ways onto paper behind one interface: who prints and whose word settles a job. */
export interface PrintDriver {
  readonly printedBy: PrintedBy;
  /** States in which a person's word about the slip counts. */
  readonly peopleSettle: readonly PrintJobState[];
}

/** The kiosk's or tablet's own browser: it cannot know whether paper came out, so people settle every job. */
const browser: PrintDriver = {
  printedBy: "BROWSER",
  peopleSettle: ["QUEUED", "SENT", "UNCONFIRMED", "FAILED"],
};

/** A network printer that the server drives: its own answer settles a job, people only where it gave none. */
const escpos: PrintDriver = {
  printedBy: "SERVER",
  peopleSettle: ["UNCONFIRMED"],
};

/** The driver of a job with this printer, or without one. */
export function driverOf(printer: unknown): PrintDriver {
  return printer === null ? browser : escpos;
}
