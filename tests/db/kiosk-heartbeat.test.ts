import { afterEach, describe, expect, test, vi } from "vitest";
import { askReload, noteHeartbeat } from "@/lib/access/kiosk-heartbeat";
import { listKiosks, silentKiosks } from "@/lib/access/kiosk-list";
import { enrolKiosk, inviteAgain, inviteKiosk, kioskOf, revokeKiosk } from "@/lib/access/kiosks";
import { pulseInput, type PulseInput } from "@/lib/access/schema";
import { useTestDatabase } from "../support/test-database";
import { auditOf, bySystem } from "./access-given";

useTestDatabase();

afterEach(() => {
  vi.useRealTimers();
});
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

async function givenKiosk(name = "Kios pintu masuk") {
  const { code } = await inviteKiosk(name, bySystem);
  const enrolled = await enrolKiosk(code, "enrol");
  if (!enrolled.ok) throw new Error(`enrolment was refused: ${enrolled.code}`);
  return { id: enrolled.value.kiosk.id, credential: enrolled.value.credential };
}

/** A beat of a page that was made now. */
const beat = (changes: Partial<PulseInput> = {}): PulseInput => ({
  build: "b1",
  screen: "1080x1920",
  camera: "live",
  skewMs: null,
  loadedAt: Date.now(),
  ...changes,
});

const row = async (id: string) => (await listKiosks()).find((kiosk) => kiosk.id === id);

describe("a heartbeat", () => {
  test("tells what the kiosk runs, shows and sees, and by how much its clock is wrong", async () => {
    const { id } = await givenKiosk();
    await noteHeartbeat(id, beat());
    await noteHeartbeat(id, beat({ skewMs: 3_600_000 }));
    expect(await row(id)).toMatchObject({
      build: "b1",
      screen: "1080x1920",
      camera: "live",
      clockSkewMs: 3_600_000,
    });
    await noteHeartbeat(id, beat({ camera: "missing", skewMs: 3_600_400 }));
    expect(await row(id)).toMatchObject({ camera: "missing", silent: false });
  });

  test("is written down at once when it tells something new, else every twenty seconds", async () => {
    const { id } = await givenKiosk();
    later(0);
    await noteHeartbeat(id, beat());
    const first = (await row(id))?.lastSeenAt;
    later(10_000);
    await noteHeartbeat(id, beat());
    expect((await row(id))?.lastSeenAt).toBe(first);
    later(11_000);
    await noteHeartbeat(id, beat());
    expect((await row(id))?.lastSeenAt).toBe((first ?? 0) + 21_000);
  });

  test("keeps nothing that a page adds of its own", () => {
    expect(pulseInput.parse({ ...beat(), payload: "9900000000000001" })).not.toHaveProperty("payload");
    expect(pulseInput.parse(beat({ skewMs: -9e12 })).skewMs).toBe(-2_000_000_000);
    expect(pulseInput.safeParse(beat({ screen: "a person's name" })).success).toBe(false);
  });

  test("missing for over a minute is an alarm that the next one ends; a revoked kiosk is none", async () => {
    const [one, other] = [await givenKiosk("Kios 1"), await givenKiosk("Kios 2")];
    later(0);
    await noteHeartbeat(one.id, beat());
    await noteHeartbeat(other.id, beat());
    later(61_000);
    await noteHeartbeat(other.id, beat());
    expect(await silentKiosks()).toMatchObject([{ id: one.id, name: "Kios 1" }]);
    expect(await row(one.id)).toMatchObject({ silent: true });
    await noteHeartbeat(one.id, beat());
    expect(await silentKiosks()).toEqual([]);
    later(61_000);
    await revokeKiosk(one.id, bySystem);
    expect((await silentKiosks()).map(({ id }) => id)).toEqual([other.id]);
  });
});

describe("a reload from afar", () => {
  test("is wanted until the kiosk's page is newer than the asking", async () => {
    const { id } = await givenKiosk();
    later(0);
    const loadedAt = Date.now();
    expect(await noteHeartbeat(id, beat({ loadedAt }))).toBeNull();
    later(5_000);
    expect(await askReload(id, bySystem)).toEqual({ ok: true, value: null });
    const asked = await noteHeartbeat(id, beat({ loadedAt }));
    expect(asked).toBeGreaterThan(loadedAt);
    expect(await row(id)).toMatchObject({ reloadAskedAt: asked });
    later(3_000);
    expect(await noteHeartbeat(id, beat())).toBeNull();
    expect(await row(id)).toMatchObject({ reloadAskedAt: null });
    expect(await auditOf("kiosk.reload-asked")).toMatchObject([{ subjectId: id }]);
  });

  test("is refused for a kiosk that is revoked", async () => {
    const { id } = await givenKiosk();
    await revokeKiosk(id, bySystem);
    expect(await askReload(id, bySystem)).toEqual({ ok: false, code: "NOT_FOUND" });
  });
});

describe("enrolled again", () => {
  test("a kiosk keeps its name and place, and its former machine is out once the code was typed", async () => {
    const { id, credential } = await givenKiosk();
    const again = await inviteAgain(id, bySystem);
    if (!again.ok) throw new Error(again.code);
    expect(await kioskOf(credential)).toMatchObject({ id });
    expect(await row(id)).toMatchObject({ state: "ENROLLED", replacing: true });
    const enrolled = await enrolKiosk(again.value.code, "enrol");
    expect(enrolled).toMatchObject({ ok: true, value: { kiosk: { id } } });
    expect(await kioskOf(credential)).toBeNull();
    expect(await row(id)).toMatchObject({ replacing: false });
  });

  test("as another kiosk, a browser drops what it was before", async () => {
    const former = await givenKiosk("Kios lama");
    const { code } = await inviteKiosk("Kios baru", bySystem);
    const enrolled = await enrolKiosk(code, "enrol", former.credential);
    expect(enrolled.ok).toBe(true);
    expect(await kioskOf(former.credential)).toBeNull();
    expect((await listKiosks()).map(({ name }) => name)).toEqual(["Kios baru"]);
    expect(await auditOf("kiosk.revoked")).toMatchObject([{ subjectId: former.id }]);
  });
});
