import { afterEach, describe, expect, test, vi } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { forgetOldKeys } from "@/lib/vouchers/request-keys";
import { KIOSK, scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { officeTime, useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";

useTestDatabase();

/** Moves the system's clock, and only it: timers and the office's clock go on as they were. */
function systemTime(instant: number): void {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(instant);
}

afterEach(() => void vi.useRealTimers());

const START = Date.parse("2026-11-24T03:30:00Z");
const rows = async () => [
  await reader().voucher.count(),
  await reader().printJob.count(),
  await reader().decisionRecord.count(),
];

describe("a request key", () => {
  test("gives the stored answer and runs nothing again, even when the answer would differ now", async () => {
    const key = newKey();
    expect(await scan(1, key)).toMatchObject({ outcome: "UNKNOWN_BOOKING" });
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    expect(await scan(1, key)).toMatchObject({ outcome: "UNKNOWN_BOOKING" });
    expect(await rows()).toEqual([0, 0, 1]);
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
  });

  test("lives for 60 seconds of the system's clock, whatever the office's clock says", async () => {
    systemTime(START);
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const key = newKey();
    const first = await scan(1, key);
    expect(first).toMatchObject({ outcome: "ELIGIBLE", fresh: true });
    officeTime("10:45");
    systemTime(START + 59_999);
    expect(await scan(1, key)).toMatchObject({ fresh: true, slip: "slip" in first ? first.slip : null });
    expect(await rows()).toEqual([1, 1, 1]);
    systemTime(START + 60_000);
    expect(await scan(1, key)).toMatchObject({ outcome: "ELIGIBLE", fresh: false, printJobId: null });
    expect(await rows()).toEqual([1, 1, 2]);
  });

  test("used once more after its time is a new key for another minute", async () => {
    systemTime(START);
    const key = newKey();
    await scan(1, key);
    systemTime(START + 61_000);
    await scan(1, key);
    systemTime(START + 120_000);
    await scan(1, key);
    expect(await rows()).toEqual([0, 0, 2]);
  });

  test("gives nobody an answer that belongs to somebody else", async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const key = newKey();
    await scan(1, key);
    const stranger = { ...KIOSK, kiosk: { id: "kiosk-2" } };
    await expect(scan(1, key, stranger)).rejects.toThrow(RangeError);
    expect(await rows()).toEqual([1, 1, 1]);
  });

  test("answers twenty requests at once alike, with one effect", async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => scan(1, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ outcome: "ELIGIBLE", fresh: true });
    expect(await rows()).toEqual([1, 1, 1]);
  });

  test("is forgotten when nobody can repeat it any more, and not before", async () => {
    systemTime(START);
    await scan(1);
    systemTime(START + 30_000);
    const young = newKey();
    await scan(2, young);
    systemTime(START + 75_000);
    await forgetOldKeys();
    expect(await reader().requestKey.findMany()).toMatchObject([{ key: young }]);
  });
});
