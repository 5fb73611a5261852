import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { settlePrintJob } from "@/lib/printing/print-jobs";
import { printTroubles } from "@/lib/printing/queries";
import type { WorkerTiming } from "@/lib/printing/print-worker";
import { ingestTickets } from "@/lib/queue/ingest";
import { reprintAtKiosk } from "@/lib/vouchers/reprint";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import type { PrinterTroubles } from "../support/printer-emulator";
import { givenKiosk, progressOf, settled, usePrinters } from "../support/printing";
import { useTestDatabase } from "../support/test-database";
import { booking, ticket } from "../support/tickets";
import { until } from "../support/until";

useTestDatabase();
const hall = usePrinters();

/** An applicant at a kiosk with a printer; returns the first slip's job. */
async function asksForSlip(number = 1): Promise<string> {
  await ingestTickets([ticket(number)], { kind: "DEMO" });
  const answer = await scan(number);
  if (answer.outcome !== "ELIGIBLE" || !answer.printJobId) throw new Error(answer.outcome);
  expect(answer.printedBy).toBe("SERVER");
  return answer.printJobId;
}

async function reprint(number = 1): Promise<string> {
  const again = await reprintAtKiosk(KIOSK, { payload: booking(number), key: newKey() });
  if (!again.ok) throw new Error(again.code);
  return again.value.printJobId;
}

async function withPrinter(troubles: Partial<PrinterTroubles>, timing: Partial<WorkerTiming> = {}) {
  const { printer, id } = await hall.printer();
  await givenKiosk(KIOSK.kiosk.id, id);
  printer.become(troubles);
  hall.work(timing);
  const state = async () => (await reader().printer.findUniqueOrThrow({ where: { id } })).state;
  await until(state, (known) => known !== "UNKNOWN");
  return { printer, id, state };
}

describe("a printer that cannot begin", () => {
  const ways: [string, Partial<PrinterTroubles>, Partial<PrinterTroubles>][] = [
    ["PAPER_OUT", { paper: "OUT" }, { paper: "OK" }],
    ["COVER_OPEN", { coverOpen: true }, { coverOpen: false }],
    ["FAULT", { cutterJam: true }, { cutterJam: false }],
  ];
  test.each(ways)(
    "says %s, costs nobody a reprint, and later prints the same number",
    async (way, off, on) => {
      const { printer, state } = await withPrinter(off);
      const first = await asksForSlip();
      await settled(first, "FAILED");
      expect(await progressOf(first)).toEqual({ state: "FAILED", failure: way });
      expect(await state()).toBe(way);
      expect(printer.slips).toEqual([]);
      expect(printer.hanging().height).toBe(0);
      expect(await printTroubles()).toMatchObject([{ number: "K-001", state: "FAILED", failure: way }]);

      await settled(await reprint(), "FAILED");
      printer.become(on);
      expect(await scan(1)).toMatchObject({ fresh: false, reprintLeft: true });
      await settled(await reprint(), "CONFIRMED");
      expect(printer.slips.map(({ lines }) => lines.includes("K-001"))).toEqual([true]);
      expect(await state()).toBe("READY");
      expect(await printTroubles()).toEqual([]);
    },
  );

  test("is tried three times when nobody answers, and is then known to be away", async () => {
    const { printer, state } = await withPrinter({});
    await printer.switchOff();
    const job = await settled(await asksForSlip(), "FAILED");
    expect(job).toMatchObject({ failure: "UNREACHABLE", attempts: 3, sentAt: null });
    expect(await state()).toBe("UNREACHABLE");
    await printer.switchOn();
    await settled(await reprint(), "CONFIRMED");
    expect(printer.slips).toHaveLength(1);
  });

  test("that takes connections and never says a word is away too: nothing is sent into it", async () => {
    const { printer } = await withPrinter({ mute: true }, { askMs: 100 });
    expect(await settled(await asksForSlip(), "FAILED")).toMatchObject({ failure: "UNREACHABLE" });
    printer.become({ mute: false });
    expect(printer.slips).toEqual([]);
  });
});

describe("a slip of which nobody knows the end", () => {
  test("whose paper ran out half-way is said at once, and is confirmed when refilled paper lets it finish", async () => {
    const { printer, state } = await withPrinter({ rollEndsAfter: 300 });
    const job = await asksForSlip();
    expect(await settled(job, "UNCONFIRMED")).toMatchObject({ failure: "PAPER_OUT" });
    expect(await state()).toBe("PAPER_OUT");
    const waiting = await asksForSlip(2);
    expect(await settled(waiting, "FAILED")).toMatchObject({ failure: "PAPER_OUT" });
    printer.become({ paper: "OK" });
    expect(await settled(job, "CONFIRMED")).toMatchObject({ failure: null, attempts: 1 });
    expect(await state()).toBe("READY");
    expect(printer.slips).toHaveLength(1);
  });

  test("stays with the person's word; the printer's comes too late", async () => {
    const { printer, state } = await withPrinter({ rollEndsAfter: 300 });
    const job = await asksForSlip();
    await settled(job, "UNCONFIRMED");
    const said = { printJobId: job, state: "FAILED" } as const;
    expect(await settlePrintJob({ kioskId: "kiosk-1" }, said, "test")).toMatchObject({ ok: true });
    printer.become({ paper: "OK" });
    await until(state, (known) => known === "READY");
    const again = await reprint();
    await settled(again, "CONFIRMED");
    expect(await progressOf(job)).toEqual({ state: "FAILED", failure: "NOT_OUT" });
    // Half a slip counts as a slip: the next one is for staff.
    expect(await scan(1)).toMatchObject({ reprintLeft: false });
  });

  test.each<[string, Partial<PrinterTroubles>, string, number]>([
    ["the line broke", { hangsUpAfter: 200 }, "INTERRUPTED", 0],
    ["the answer was lost", { losesAnswer: true }, "NO_ANSWER", 1],
    ["nobody refilled the roll", { rollEndsAfter: 300 }, "PAPER_OUT", 0],
  ])("because %s is never sent again by itself", async (_why, troubles, failure, slips) => {
    const { printer } = await withPrinter(troubles, { answerMs: 300, holdMs: 300 });
    const job = await asksForSlip();
    expect(await settled(job, "UNCONFIRMED")).toMatchObject({ failure, attempts: 1 });
    await until(printer.connected, (connected) => !connected);
    printer.become({ hangsUpAfter: null, losesAnswer: false, paper: "OK" });
    await until(
      async () => settled(await asksForNext(), "CONFIRMED", "FAILED", "UNCONFIRMED"),
      ({ state }) => state === "CONFIRMED",
    );
    const numbers = printer.slips.flatMap(({ lines }) => lines.filter((line) => line === "K-001"));
    expect(numbers.length).toBeLessThanOrEqual(Math.max(1, slips));
    expect(await progressOf(job)).toMatchObject({ failure });
  });

  let next = 10;
  const asksForNext = () => asksForSlip((next += 1));

  test("asks the person, whose yes settles it", async () => {
    await withPrinter({ losesAnswer: true }, { answerMs: 300 });
    const job = await asksForSlip();
    const say = () => settlePrintJob({ kioskId: "kiosk-1" }, { printJobId: job, state: "CONFIRMED" }, "test");
    await settled(job, "UNCONFIRMED");
    expect(await say()).toEqual({ ok: true, value: null });
    expect(await progressOf(job)).toEqual({ state: "CONFIRMED", failure: null });
    expect(await progressOf(job, "kiosk-2")).toBeNull();
  });
});

test("a person cannot say how a slip came out that the printer still has", async () => {
  const { printer } = await withPrinter({ slowMs: 60 });
  const job = await asksForSlip();
  await until(
    () => printer.hanging().height,
    (height) => height > 0,
  );
  const said = { printJobId: job, state: "FAILED" } as const;
  expect(await settlePrintJob({ kioskId: "kiosk-1" }, said, "test")).toEqual({
    ok: false,
    code: "UNKNOWN_JOB",
  });
  await settled(job, "CONFIRMED");
});

test("a printer whose answers come byte by byte is no silent one", async () => {
  const { state } = await withPrinter({ dribbleMs: 20 });
  expect(await state()).toBe("READY");
  await settled(await asksForSlip(), "CONFIRMED");
});
