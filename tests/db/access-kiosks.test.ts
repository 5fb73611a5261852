import { afterEach, describe, expect, test, vi } from "vitest";
import {
  enrolDemoKiosk,
  enrolKiosk,
  inviteKiosk,
  kioskNames,
  kioskOf,
  renameKiosk,
  revokeKiosk,
} from "@/lib/access/kiosks";
import { listKiosks } from "@/lib/access/kiosk-list";
import { answerCall, callOfficer, openCalls } from "@/lib/access/officer-calls";
import { reader } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";
import { auditOf, bySystem, givenAccount, tally } from "./access-given";

useTestDatabase();

const MINUTE = 60_000;
function later(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}
afterEach(() => {
  vi.useRealTimers();
});

async function givenKiosk(name = "Kios pintu masuk") {
  const { code } = await inviteKiosk(name, bySystem);
  const enrolled = await enrolKiosk(code, "enrol");
  if (!enrolled.ok) throw new Error(`enrolment was refused: ${enrolled.code}`);
  return enrolled.value;
}

describe("an enrolment code", () => {
  test("makes one kiosk out of twenty browsers that type it together", async () => {
    const { id, code } = await inviteKiosk("Kios 1", bySystem);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrolKiosk(code, "enrol")));
    expect(tally(answers)).toEqual({ ok: 1, CODE_UNKNOWN: 19 });
    const winner = answers.find((answer) => answer.ok);
    expect(winner?.ok && (await kioskOf(winner.value.credential))).toEqual({ id, name: "Kios 1" });
    expect(await auditOf("kiosk.enrolled")).toHaveLength(1);
  });

  test("may be typed in small letters and groups, with O for 0 and I for 1", async () => {
    const { code } = await inviteKiosk("Kios 1", bySystem);
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`
      .toLowerCase()
      .replaceAll("0", "o")
      .replaceAll("1", "i");
    expect((await enrolKiosk(typed, "enrol")).ok).toBe(true);
  });

  test("works for fifteen minutes", async () => {
    const one = await inviteKiosk("Kios 1", bySystem);
    const other = await inviteKiosk("Kios 2", bySystem);
    later(15 * MINUTE - 5_000);
    expect((await enrolKiosk(one.code, "enrol")).ok).toBe(true);
    later(10_000);
    expect(await enrolKiosk(other.code, "enrol")).toEqual({ ok: false, code: "CODE_UNKNOWN" });
    expect((await listKiosks()).map(({ state }) => state).sort()).toEqual(["ENROLLED", "EXPIRED"]);
  });

  test("is not stored, nor is the credential it was changed for", async () => {
    const { code } = await inviteKiosk("Kios 1", bySystem);
    const { credential } = await givenKiosk("Kios 2");
    const stored = JSON.stringify(await reader().kiosk.findMany());
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(credential);
  });

  test("is worth nothing once its invitation is withdrawn", async () => {
    const { id, code } = await inviteKiosk("Kios 1", bySystem);
    await revokeKiosk(id, bySystem);
    expect(await enrolKiosk(code, "enrol")).toEqual({ ok: false, code: "CODE_UNKNOWN" });
  });
});

describe("a kiosk", () => {
  test("is out at once when it is revoked, and keeps its name in the records", async () => {
    const { kiosk, credential } = await givenKiosk();
    expect(await revokeKiosk(kiosk.id, bySystem)).toEqual({ ok: true, value: null });
    expect(await kioskOf(credential)).toBeNull();
    expect(await listKiosks()).toEqual([]);
    expect(await kioskNames([kiosk.id])).toEqual(new Map([[kiosk.id, kiosk.name]]));
    expect(await revokeKiosk(kiosk.id, bySystem)).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  test("is told by its new name", async () => {
    const { kiosk, credential } = await givenKiosk();
    await renameKiosk(kiosk.id, "Kios jendela", bySystem);
    expect(await kioskOf(credential)).toEqual({ id: kiosk.id, name: "Kios jendela" });
  });

  test("is noted as seen at most every thirty seconds", async () => {
    const { credential } = await givenKiosk();
    const seenAt = async () => (await listKiosks())[0]?.lastSeenAt;
    later(0);
    await kioskOf(credential);
    const first = await seenAt();
    later(20_000);
    await kioskOf(credential);
    expect(await seenAt()).toBe(first);
    later(20_000);
    await kioskOf(credential);
    expect(await seenAt()).toBeGreaterThan(first ?? 0);
  });

  test("of the demo enrols itself, each browser as its own", async () => {
    const answers = await Promise.all([enrolDemoKiosk("a"), enrolDemoKiosk("b")]);
    expect(tally(answers)).toEqual({ ok: 2 });
    expect(await listKiosks()).toHaveLength(2);
  });
});

describe("a call for an officer", () => {
  test("is one while it is open, and one officer's once answered", async () => {
    const { kiosk } = await givenKiosk();
    const [one, other] = [await givenAccount(), await givenAccount()];
    await callOfficer(kiosk.id, "call");
    await callOfficer(kiosk.id, "call again");
    const [call, ...more] = await openCalls();
    expect(more).toEqual([]);
    expect(call).toMatchObject({ kioskName: kiosk.name });
    const id = call?.id ?? "";
    const account = { name: "Orang Contoh", role: "officer" } as const;
    const answer = (by: string) => answerCall({ account: { ...account, id: by } }, id, "answer");
    expect(await answer(one.id)).toEqual({ ok: true, value: null });
    expect(await answer(other.id)).toEqual({ ok: false, code: "ALREADY_ANSWERED" });
    expect(await openCalls()).toEqual([]);
    expect(await auditOf("officer.call-answered")).toMatchObject([{ actorId: one.id }]);
    await callOfficer(kiosk.id, "a new call");
    expect(await openCalls()).toHaveLength(1);
  });
});
