import { describe, expect, test } from "vitest";
import { reader, writeTransaction } from "@/lib/platform/database";
import { now } from "@/lib/platform/clock";
import { addPrinter, assignPrinter, removePrinter, renamePrinter, testPrint } from "@/lib/printing/printers";
import { listPrinters, testPrintProgress } from "@/lib/printing/queries";
import { addPrinterInput } from "@/lib/printing/schema";
import { ingestTickets } from "@/lib/queue/ingest";
import { reprintVoucher } from "@/lib/vouchers/reprint";
import { voucherToken } from "@/lib/vouchers/tokens";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenKiosk, settled, usePrinters } from "../support/printing";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";
import { until } from "../support/until";

useTestDatabase();
const hall = usePrinters();
const BY = { actor: { kind: "OFFICER", id: "officer-1" }, requestId: "test" } as const;

async function asksForSlip(number: number, changes = {}): Promise<string> {
  await ingestTickets([ticket(number, changes)], { kind: "DEMO" });
  const answer = await scan(number);
  if (!("printJobId" in answer) || !answer.printJobId) throw new Error(answer.outcome);
  return answer.printJobId;
}

const stateNews = () => reader().auditEvent.count({ where: { action: "printer.state-changed" } });

describe("a printer's queue", () => {
  test("is printed in order, one at a time, also by two workers at once", async () => {
    const { printer, id } = await hall.printer();
    await givenKiosk(KIOSK.kiosk.id, id);
    printer.become({ slowMs: 1 });
    const jobs: string[] = [];
    for (const number of [1, 2, 3]) jobs.push(await asksForSlip(number));
    hall.work();
    hall.work();
    for (const number of [4, 5, 6]) jobs.push(await asksForSlip(number));
    for (const job of jobs) expect(await settled(job, "CONFIRMED")).toMatchObject({ attempts: 1 });
    const numbers = printer.slips.map(({ lines }) => lines.find((line) => /^K-\d+$/.test(line)));
    expect(numbers).toEqual(["K-001", "K-002", "K-003", "K-004", "K-005", "K-006"]);
    expect(printer.mixed()).toBe(false);
    expect(printer.unknown).toEqual([]);
    const voucher = await reader().voucher.findFirstOrThrow({ where: { number: "K-001" } });
    const [first] = printer.slips;
    expect(first?.cut).toBe(true);
    expect(first?.marks).toContainEqual(
      expect.objectContaining({ kind: "QR", text: voucherToken(voucher.id), level: "M" }),
    );
    expect(JSON.stringify(first)).not.toMatch(/9900|Contoh Pemohon/);
    const trail = await reader().auditEvent.findMany({ where: { subjectId: jobs[0] ?? "" } });
    expect(trail).toMatchObject([{ action: "print.settled", actorKind: "SYSTEM" }]);
  });

  test("is taken up after a restart: what was in the middle is asked about, what is old is let go", async () => {
    const { printer, id } = await hall.printer();
    await givenKiosk(KIOSK.kiosk.id, id);
    const [middle, old, fresh] = [await asksForSlip(1), await asksForSlip(2), await asksForSlip(3)];
    await writeTransaction(async (tx) => {
      const sent = { state: "SENT", sentAt: now(), attempts: 1 } as const;
      await tx.printJob.update({ where: { id: middle }, data: sent });
      const longAgo = new Date(now().getTime() - 3 * 60_000);
      await tx.printJob.update({ where: { id: old }, data: { createdAt: longAgo } });
      const dead = { leaseOwner: "a worker that is gone", leaseUntil: new Date(Date.now() + 400) };
      await tx.printer.update({ where: { id }, data: dead });
    });
    hall.work();
    expect(await settled(fresh, "CONFIRMED")).toMatchObject({ failure: null });
    expect(await settled(middle, "UNCONFIRMED")).toMatchObject({ failure: "INTERRUPTED", attempts: 1 });
    expect(await settled(old, "FAILED")).toMatchObject({ failure: "EXPIRED", sentAt: null });
    expect(printer.slips).toHaveLength(1);
  });

  test("prints the direction slip alike for every cause", async () => {
    const { printer, id } = await hall.printer("58");
    await givenKiosk(KIOSK.kiosk.id, id);
    hall.work();
    const causes = [{ underReview: true }, { bookingChannel: "WALK_IN", queueNumber: "C-77" }];
    for (const [index, cause] of causes.entries())
      await settled(await asksForSlip(index + 1, cause), "CONFIRMED");
    const [one, other] = printer.slips;
    expect(one?.lines.join("\n")).toContain("Ruang Pengaduan");
    expect(other).toEqual(one);
  });

  test("takes an officer's reprint on the printer that they chose", async () => {
    const { printer, id } = await hall.printer();
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    expect(await scan(1)).toMatchObject({ printedBy: "BROWSER" });
    const { id: voucherId } = await reader().voucher.findFirstOrThrow();
    const officer = await givenStaff();
    hall.work();
    const ask = (printerId: string) => reprintVoucher(officer, { voucherId, key: newKey(), printerId }, "t");
    const again = await ask(id);
    expect(again).toMatchObject({ ok: true, value: { printedBy: "SERVER" } });
    if (again.ok) await settled(again.value.printJobId, "CONFIRMED");
    expect(printer.slips).toHaveLength(1);
    expect(await ask("no such printer")).toEqual({ ok: false, code: "UNKNOWN_PRINTER" });
  });
});

describe("a printer that nobody prints on", () => {
  test("is asked how it is, and only news is written", async () => {
    const { printer, id } = await hall.printer();
    hall.work({ idleMs: 20 });
    const state = () => reader().printer.findUniqueOrThrow({ where: { id } });
    await until(state, (row) => row.state === "READY");
    const asked = printer.connections();
    await until(printer.connections, (count) => count > asked + 3);
    expect(await stateNews()).toBe(1);
    printer.become({ paper: "LOW" });
    await until(state, (row) => row.state === "PAPER_LOW");
    printer.become({ coverOpen: true });
    await until(state, (row) => row.state === "COVER_OPEN");
    await printer.switchOff();
    await until(state, (row) => row.state === "UNREACHABLE");
    expect(await stateNews()).toBe(4);
  });

  test("prints a test slip with little paper left, and says both", async () => {
    const { printer, id } = await hall.printer();
    printer.become({ paper: "LOW" });
    hall.work();
    const asked = await testPrint(id, "officer-1", BY);
    if (!asked.ok) throw new Error(asked.code);
    await settled(asked.value.printJobId, "CONFIRMED");
    expect(await testPrintProgress(asked.value.printJobId)).toEqual({ state: "CONFIRMED", failure: null });
    expect(printer.slips[0]?.lines.join(" ")).toContain("Uji cetak");
    expect(await listPrinters()).toMatchObject([{ id, state: "PAPER_LOW", waiting: 0 }]);
  });
});

describe("the office's printers", () => {
  const input = { name: "Printer 1", host: "192.168.1.50", port: 9100, paperWidth: "80" } as const;

  test("are added, named, given to kiosks and removed", async () => {
    await givenKiosk("kiosk-1", null);
    const added = await addPrinter(input, BY);
    if (!added.ok) throw new Error(added.code);
    const { id } = added.value;
    expect(await addPrinter({ ...input, name: "Sekali lagi" }, BY)).toMatchObject({ code: "ADDRESS_TAKEN" });
    expect(await renamePrinter(id, "Printer pintu", BY)).toMatchObject({ ok: true });
    expect(await assignPrinter("kiosk-1", id, BY)).toMatchObject({ ok: true });
    expect(await assignPrinter("no kiosk", id, BY)).toMatchObject({ code: "NOT_FOUND" });
    const job = await asksForSlip(1);
    expect(await listPrinters()).toMatchObject([
      { name: "Printer pintu", state: "UNKNOWN", waiting: 1, kiosks: [{ id: "kiosk-1" }] },
    ]);
    expect(await removePrinter(id, BY)).toMatchObject({ ok: true });
    expect(await settled(job, "FAILED")).toMatchObject({ failure: "EXPIRED" });
    expect(await scan(1)).toMatchObject({ printedBy: "BROWSER", reprintLeft: true });
    expect(await assignPrinter("kiosk-1", id, BY)).toMatchObject({ code: "UNKNOWN_PRINTER" });
    expect(await removePrinter(id, BY)).toMatchObject({ code: "UNKNOWN_PRINTER" });
    expect(await listPrinters()).toEqual([]);
  });

  test("are in the office's network, on the ports of printers", async () => {
    for (const host of ["8.8.8.8", "2001:db8::1", "100.64.0.1"])
      expect(await addPrinter({ ...input, host }, BY)).toMatchObject({ code: "ADDRESS_NOT_LOCAL" });
    for (const port of [22, 80, 5432, 9099, 9110])
      expect(addPrinterInput.safeParse({ ...input, port }).success, String(port)).toBe(false);
    for (const host of ["http://printer", "printer/x", "a b", "-x", ""])
      expect(addPrinterInput.safeParse({ ...input, host }).success, host).toBe(false);
    expect(
      addPrinterInput.parse({ ...input, host: " printer-1.kantor.lan ", port: undefined }),
    ).toMatchObject({
      host: "printer-1.kantor.lan",
      port: 9100,
    });
  });
});
