import { afterEach, describe, expect, test, vi } from "vitest";
import { noteHeartbeat } from "@/lib/access/kiosk-heartbeat";
import { enrolDemoKiosk } from "@/lib/access/kiosks";
import { acknowledgeDevice } from "@/lib/audit/acknowledged";
import { noteStorage } from "@/lib/platform/storage";
import { deviceAlerts } from "@/lib/printing/device-alerts";
import { useTestDatabase } from "../support/test-database";

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

  test("that nothing can be stored, until the next write is", async () => {
    noteStorage(false);
    expect(await deviceAlerts()).toMatchObject([{ kind: "STORAGE" }]);
    await givenKiosk();
    expect(await deviceAlerts()).toEqual([]);
  });
});
