import { z } from "zod";
import { PAPER_WIDTHS } from "./types";

/** Where receipt printers and print servers listen (raw printing); nothing else of the network is reached from here. */
const LEAST_PORT = 9100;
const MOST_PORT = 9109;

const name = z.string().trim().min(1).max(40);
const id = z.string().min(8).max(64);

/** An IPv4 or IPv6 address or a host name; whether it is of the office's own network is looked at when connecting. */
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.?)+$|^[0-9A-Fa-f:.]+$/);

export const addPrinterInput = z.strictObject({
  name,
  host,
  port: z.int().min(LEAST_PORT).max(MOST_PORT).default(LEAST_PORT),
  paperWidth: z.enum(PAPER_WIDTHS),
});
export type AddPrinterInput = z.output<typeof addPrinterInput>;

export const renamePrinterInput = z.strictObject({ printerId: id, name });
/** For removing and for a test print. */
export const printerInput = z.strictObject({ printerId: id });
/** `printerId` null gives the kiosk back to its own browser. */
export const assignPrinterInput = z.strictObject({ kioskId: id, printerId: id.nullable() });
/** For the question of a kiosk or a tablet how its job stands. */
export const printProgressInput = z.strictObject({ printJobId: id });
/** What a person said became of a slip; FAILED says that none came out. */
export const settlePrintInput = z.strictObject({
  printJobId: id,
  state: z.enum(["UNCONFIRMED", "CONFIRMED", "FAILED"]),
});
