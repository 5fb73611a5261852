import { afterAll, beforeAll, expect, test } from "vitest";
import type { PrintProgress } from "@/lib/printing/types";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { newKey } from "../support/keys";
import { startPrinter, type PrinterEmulator } from "../support/printer-emulator";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { databaseSource, type SharedDatabase } from "../support/shared-database";
import { until } from "../support/until";

/** One of the few ports on which an office's printers are looked for. */
const PRINTER_PORT = 9108;

let database: SharedDatabase;
let server: RunningServer;
let printer: PrinterEmulator;
let stopSource: () => void;

beforeAll(async () => {
  ensureBuilt();
  const source = await databaseSource("sqlite");
  stopSource = source.stop;
  database = await source.fresh();
  server = await startServer(database.options);
  printer = await startPrinter({ port: PRINTER_PORT });
});
afterAll(async () => {
  await server.stop();
  await printer.stop();
  await database.drop();
  stopSource();
});

async function ask<T>(kiosk: ActionClient, name: string, input: unknown): Promise<T> {
  const response = await kiosk.fetch("/kiosk/ask", { method: "POST", body: JSON.stringify({ name, input }) });
  const answer = (await response.json()) as { ok: true; value: T } | { ok: false; code: string };
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
  return answer.value;
}

test("power lost in the middle of a slip: no second voucher, nothing printed by itself, and the person is asked", async () => {
  const kiosk = await new ActionClient(server).enrol();
  const desk = await new ActionClient(server).signIn("kepala", DEMO_PASSWORDS.kepala);
  const page = "/staff/devices/printers";
  const input = { name: "Printer pintu masuk", host: "127.0.0.1", port: PRINTER_PORT, paperWidth: "80" };
  const added = await desk.act<{ readonly id: string }>(page, "addPrinterAction", input);
  if (!added.ok) throw new Error(added.code);
  const [{ id: kioskId } = { id: "" }] = await database.rows<{ id: string }>(
    `SELECT "id" FROM "kiosks" ORDER BY "createdAt" DESC LIMIT 1`,
  );
  const assigned = await desk.act(page, "assignPrinterAction", { kioskId, printerId: added.value.id });
  expect(assigned).toMatchObject({ ok: true });
  const states = () => database.rows<{ state: string }>(`SELECT "state" FROM "printers"`);
  await until(states, ([row]) => row?.state === "READY");

  const person = applicant(await officeNow(server), 130);
  await pushTickets(server, [person]);
  printer.become({ slowMs: 700 });
  const key = newKey();
  const first = await kiosk.check(person.bookingCode, key);
  if (!first.ok || first.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(first));
  const { slip, printJobId, printedBy } = first.value;
  expect(printedBy).toBe("SERVER");
  await until(
    () => printer.hanging().height,
    (height) => height > 0,
  );
  await server.stop();
  expect(printer.slips).toHaveLength(0);
  printer.become({ slowMs: 0 });

  server = await startServer({ ...database.options, port: server.port });
  const progress = await until(
    () => ask<PrintProgress>(kiosk, "print-progress", { printJobId }),
    ({ state }) => state !== "SENT" && state !== "QUEUED",
  );
  expect(progress).toEqual({ state: "UNCONFIRMED", failure: "INTERRUPTED" });
  const again = await kiosk.check(person.bookingCode, key);
  expect(again).toMatchObject({ ok: true, value: { outcome: "ELIGIBLE", printJobId, slip } });
  const jobs = `SELECT "state" FROM "print_jobs" WHERE "kioskId" = '${kioskId}'`;
  expect(await database.rows(jobs)).toEqual([{ state: "UNCONFIRMED" }]);
  // What the printer still held in its buffer came out once; the server sent nothing anew.
  expect(printer.slips.length).toBeLessThanOrEqual(1);
  const before = printer.slips.length;

  const reprinted = await ask<{ printJobId: string }>(kiosk, "reprint", {
    payload: person.bookingCode,
    key: newKey(),
  });
  await until(
    () => ask<PrintProgress>(kiosk, "print-progress", { printJobId: reprinted.printJobId }),
    ({ state }) => state === "CONFIRMED",
  );
  expect(printer.slips).toHaveLength(before + 1);
  expect(printer.slips.at(-1)?.lines).toContain(slip.number);
  expect(
    await database.rows(`SELECT "number" FROM "vouchers" WHERE "number" = '${slip.number}'`),
  ).toHaveLength(1);
});
