import { expect, test } from "vitest";
import { callOfficer, cancelCall, openCalls } from "@/lib/access/officer-calls";
import { reader, writeTransaction } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";

useTestDatabase();

const kiosk = (name: string) => writeTransaction((tx) => tx.kiosk.create({ data: { name } }));

test("however often and however fast a child taps, a kiosk has one open call, and it can be taken back", async () => {
  const [first, second] = [await kiosk("Kios A"), await kiosk("Kios B")];
  const taps = Array.from({ length: 6 }, (_, tap) => callOfficer(first.id, `tap-${tap}`));
  await Promise.all([...taps, callOfficer(second.id, "other")]);
  expect((await openCalls()).map(({ kioskName }) => kioskName).sort()).toEqual(["Kios A", "Kios B"]);
  expect(await reader().auditEvent.count({ where: { action: "officer.called" } })).toBe(2);

  await cancelCall(first.id, "cancel");
  expect((await openCalls()).map(({ kioskName }) => kioskName)).toEqual(["Kios B"]);
  await callOfficer(first.id, "again");
  expect(await openCalls()).toHaveLength(2);
});
