import { afterEach, describe, expect, test, vi } from "vitest";
import { noteHeartbeat } from "@/lib/access/kiosk-heartbeat";
import { enrolDemoKiosk } from "@/lib/access/kiosks";
import { acknowledgeDevice } from "@/lib/audit/acknowledged";
import { reader, writeTransaction } from "@/lib/platform/database";
import { noteStorage } from "@/lib/platform/storage";
import { deviceAlerts } from "@/lib/printing/device-alerts";
import { settlePrintJob } from "@/lib/printing/print-jobs";
import { KIOSK } from "../support/kiosk";
import { officeTime, useTestDatabase } from "../support/test-database";
import { givenVoucher } from "./tablet-given";

useTestDatabase();

afterEach(() => {
  vi.useRealTimers();
});
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

async function givenKiosk(): Promise<string> {
  const enrolled = await enrolDemoKiosk("enrol");
  if (!enrolled.ok) throw new Error(enrolled.code);
  await beat(enrolled.value.kiosk.id);
  return enrolled.value.kiosk.id;
}

const beat = (id: string) =>
  noteHeartbeat(id, {
    build: "b1",
    screen: "1080x1920",
    camera: "live",
    skewMs: null,
    loadedAt: Date.now(),
  });

describe("staff are told", () => {
  test("of a kiosk that fell silent, until it is heard again or somebody sees to it, and again the next time", async () => {
    later(0);
    const id = await givenKiosk();
    expect(await deviceAlerts()).toEqual([]);
    later(61_000);
    expect(await deviceAlerts()).toMatchObject([{ kind: "KIOSK", id }]);
    later(1_000);
    await acknowledgeDevice("officer-1", { kind: "KIOSK", id }, "test");
    expect(await deviceAlerts()).toEqual([]);
    later(60_000);
    await beat(id);
    later(61_000);
    expect(await deviceAlerts()).toMatchObject([{ kind: "KIOSK", id }]);
  });

  test("of a printer's state, and of another one after it was seen to", async () => {
    later(0);
    const printer = (state: "PAPER_LOW" | "PAPER_OUT" | "READY") => ({ state, stateAt: new Date() });
    const { id } = await writeTransaction((tx) =>
      tx.printer.create({ data: { name: "Printer 1", host: "127.0.0.1", ...printer("PAPER_LOW") } }),
    );
    const becomes = (state: "PAPER_OUT" | "READY") =>
      writeTransaction((tx) => tx.printer.update({ where: { id }, data: printer(state) }));
    expect(await deviceAlerts()).toMatchObject([{ kind: "PRINTER", name: "Printer 1", state: "PAPER_LOW" }]);
    later(1_000);
    await acknowledgeDevice("officer-1", { kind: "PRINTER", id }, "test");
    expect(await deviceAlerts()).toEqual([]);
    later(1_000);
    await becomes("PAPER_OUT");
    expect(await deviceAlerts()).toMatchObject([{ state: "PAPER_OUT" }]);
    await becomes("READY");
    expect(await deviceAlerts()).toEqual([]);
  });

  test("of a slip that did not come out at once, of a doubtful one after a minute, by its number", async () => {
    const voucherId = await givenVoucher(1);
    const job = await reader().printJob.findFirstOrThrow();
    const settle = (state: "UNCONFIRMED" | "FAILED" | "CONFIRMED") =>
      settlePrintJob({ kioskId: KIOSK.kiosk.id }, { printJobId: job.id, state }, "test");
    await settle("UNCONFIRMED");
    expect(await deviceAlerts()).toEqual([]);
    officeTime("10:32");
    expect(await deviceAlerts()).toEqual([
      { kind: "SLIP", id: job.id, name: "K-001", state: "UNCONFIRMED", voucherId },
    ]);
    await settle("FAILED");
    expect(await deviceAlerts()).toMatchObject([{ kind: "SLIP", state: "FAILED" }]);
    await settle("CONFIRMED");
    expect(await deviceAlerts()).toEqual([]);
  });

  test("that nothing can be stored, until the next write is", async () => {
    noteStorage(false);
    expect(await deviceAlerts()).toMatchObject([{ kind: "STORAGE" }]);
    await givenKiosk();
    expect(await deviceAlerts()).toEqual([]);
  });
});
