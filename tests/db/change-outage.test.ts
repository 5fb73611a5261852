import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { changeOutage } from "@/lib/queue/change-outage";
import { disturbedSince, listOutages } from "@/lib/queue/outage-queries";
import { changeOutageInput } from "@/lib/queue/outage-schema";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";
import { auditOf } from "./tablet-given";

useTestDatabase();

const NOW = at("10:30").getTime();
const words = {
  outageId: null,
  seen: null,
  system: "Server biometrik",
  reason: "Contoh putus",
  endedAt: null,
};

const change = async (by: Awaited<ReturnType<typeof givenStaff>>, changes: object) =>
  changeOutage(by, changeOutageInput.parse({ ...words, startedAt: NOW, key: newKey(), ...changes }), "test");

async function newest(by: Awaited<ReturnType<typeof givenStaff>>) {
  const [outage] = await listOutages(by);
  if (!outage) throw new Error("no disruption is known");
  return outage;
}

describe("a disruption that an officer declares", () => {
  test("counts for the kiosk at once, ends, and keeps its history and who made it", async () => {
    const officer = await givenStaff("officer", "Petugas Contoh");
    await ingestTickets([ticket(1, { biometricTicketAt: wib("09:40") })], { kind: "DEMO" });
    expect(await scan(1)).toMatchObject({ outcome: "NOT_YET" });
    expect(await change(officer, {})).toMatchObject({ ok: true });
    expect(await scan(1)).toMatchObject({ outcome: "OUTAGE" });
    expect(await disturbedSince()).toBe(NOW);

    officeTime("10:50");
    const { id: outageId, seen } = await newest(officer);
    const endedAt = at("10:48").getTime();
    expect(await change(officer, { outageId, seen, endedAt })).toMatchObject({ ok: true });
    expect(await disturbedSince()).toBeNull();
    const outage = await newest(officer);
    expect(outage).toMatchObject({ state: "ENDED", startedAt: NOW, endedAt });
    expect(outage.history.map(({ kind, byName, endedAt }) => [kind, byName, endedAt])).toEqual([
      ["DECLARED", "Petugas Contoh", null],
      ["ENDED", "Petugas Contoh", endedAt],
    ]);
    expect(await auditOf(outageId)).toEqual(["outage.declared", "outage.changed"]);
  });

  test("is one, however often a tap arrives", async () => {
    const officer = await givenStaff();
    const key = newKey();
    const answers = await Promise.all([1, 2, 3].map(() => change(officer, { key })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await change(officer, { key })).toEqual(answers[0]);
    expect(await reader().outage.count()).toBe(1);
    expect(await reader().outageEvent.count()).toBe(1);
  });

  test("taken back within minutes counts as if it had never been", async () => {
    const officer = await givenStaff();
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    await change(officer, { startedAt: at("10:25").getTime() });
    const { id: outageId, seen } = await newest(officer);
    await change(officer, { outageId, seen, startedAt: at("10:25").getTime(), withdraw: true });
    expect(await newest(officer)).toMatchObject({ state: "WITHDRAWN" });
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
  });
});

describe("the past", () => {
  const early = { startedAt: at("08:30").getTime() };

  test("is changed by a supervisor only, and with a reason", async () => {
    const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor")];
    expect(await change(officer, { ...early, note: "Contoh alasan" })).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await change(supervisor, early)).toMatchObject({ code: "REASON_NEEDED" });
    expect(await reader().outage.count()).toBe(0);
    expect(await change(supervisor, { ...early, note: "Contoh alasan" })).toMatchObject({ ok: true });
    const outage = await newest(supervisor);
    expect(outage.history).toMatchObject([{ kind: "DECLARED", note: "Contoh alasan" }]);

    const shorter = { outageId: outage.id, seen: outage.seen, startedAt: at("08:50").getTime() };
    expect(await change(officer, { ...shorter, note: "Contoh alasan" })).toMatchObject({
      code: "NOT_ALLOWED",
    });
    const onlyWords = { outageId: outage.id, seen: outage.seen, ...early, reason: "Contoh lain" };
    expect(await change(officer, onlyWords)).toMatchObject({ ok: true });
  });

  test("is refused where it cannot be: later than now, over before it began, or long ago", async () => {
    const supervisor = await givenStaff("supervisor");
    const note = "Contoh alasan";
    expect(await change(supervisor, { startedAt: at("10:32").getTime() })).toMatchObject({
      code: "OUTAGE_AHEAD",
    });
    const backwards = { ...early, endedAt: at("08:30").getTime(), note };
    expect(await change(supervisor, backwards)).toMatchObject({ code: "OUTAGE_NO_LENGTH" });
    const old = { startedAt: at("10:30", "2026-11-16").getTime(), note };
    expect(await change(supervisor, old)).toMatchObject({ code: "OUTAGE_TOO_OLD" });
  });

  test("is not overwritten by somebody who saw an older account of it", async () => {
    const [one, other] = [await givenStaff(), await givenStaff()];
    await change(one, {});
    const { id: outageId, seen } = await newest(one);
    const renamed = { outageId, seen, system: "Jaringan" };
    expect(await change(one, renamed)).toMatchObject({ ok: true });
    expect(await change(other, { outageId, seen, reason: "Lain" })).toMatchObject({
      code: "CHANGED_MEANWHILE",
    });
    expect(await newest(one)).toMatchObject({ system: "Jaringan", reason: "Contoh putus" });
  });
});
