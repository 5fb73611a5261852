import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeIdleMinutes } from "@/lib/access/change-idle";
import { endOldSessions, forgetIdleLimit, noteActivity } from "@/lib/access/idle";
import { accountFromHeaders, sessionFromHeaders, sessionStands } from "@/lib/access/session";
import { suspendAccount } from "@/lib/access/manage-accounts";
import { reader } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";
import { auditOf, bySystem, givenAccount, signedInHeaders } from "./access-given";

useTestDatabase();

const MINUTE = 60_000;

/** Moves the system's clock; timers stay real, the database needs them. */
function later(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}
beforeEach(() => {
  forgetIdleLimit();
});
afterEach(() => {
  vi.useRealTimers();
});

async function givenSession() {
  const { id, username } = await givenAccount();
  const headers = await signedInHeaders(username);
  const session = await sessionFromHeaders(headers);
  if (!session) throw new Error("signed in");
  return { accountId: id, headers, session };
}

describe("a session that nobody touches", () => {
  test("ends after fifteen minutes, however often pages ask for it, and is in the trail", async () => {
    const { accountId, headers } = await givenSession();
    for (let minute = 0; minute < 14; minute += 1) {
      later(MINUTE);
      expect(await accountFromHeaders(headers)).not.toBeNull();
    }
    later(MINUTE + 1);
    expect(await accountFromHeaders(headers)).toBeNull();
    expect(await reader().session.count()).toBe(0);
    expect(await auditOf("account.session-ended")).toMatchObject([
      { actorKind: "SYSTEM", subjectId: accountId, data: '{"why":"idle"}' },
    ]);
  });

  test("goes on from each touch", async () => {
    const { headers, session } = await givenSession();
    for (let round = 0; round < 6; round += 1) {
      later(14 * MINUTE);
      await noteActivity(session.id);
    }
    const now = await sessionFromHeaders(headers);
    expect(now && now.endsAt - Date.now()).toBe(15 * MINUTE);
    later(15 * MINUTE);
    expect(await accountFromHeaders(headers)).toBeNull();
  });

  test("is not ended by a page that looked a moment before the touch was written", async () => {
    const { headers, session } = await givenSession();
    later(16 * MINUTE);
    await noteActivity(session.id);
    expect(await accountFromHeaders(headers)).not.toBeNull();
    expect(await endOldSessions("sweep")).toBe(0);
  });

  test("ends also where nobody asks any more, once, whoever keeps house", async () => {
    const { accountId } = await givenSession();
    later(15 * MINUTE);
    expect(await endOldSessions("sweep"), "left for a minute to other processes").toBe(0);
    later(MINUTE + 1);
    const ended = await Promise.all([endOldSessions("sweep"), endOldSessions("sweep")]);
    expect(ended.sort()).toEqual([0, 1]);
    expect(await auditOf("account.session-ended")).toMatchObject([
      { subjectId: accountId, data: '{"why":"idle"}', requestId: "sweep" },
    ]);
  });

  test("ends after the time that the settings say", async () => {
    const { headers, session } = await givenSession();
    const before = (await auditOf("settings.changed")).length;
    expect(await changeIdleMinutes(30, bySystem)).toEqual({ ok: true, value: null });
    expect(await changeIdleMinutes(30, bySystem), "the same once more is no change").toMatchObject({
      ok: true,
    });
    expect(await auditOf("settings.changed")).toHaveLength(before + 1);
    later(29 * MINUTE);
    expect(await sessionStands(session.id)).toBe(true);
    expect(await accountFromHeaders(headers)).not.toBeNull();
    later(2 * MINUTE);
    expect(await sessionStands(session.id)).toBe(false);
    expect(await accountFromHeaders(headers)).toBeNull();
  });
});

test("a stream learns of a suspension at its next question", async () => {
  const { accountId, session } = await givenSession();
  expect(await sessionStands(session.id)).toBe(true);
  await suspendAccount(accountId, bySystem);
  expect(await sessionStands(session.id)).toBe(false);
});
