import { expect, test } from "vitest";
import { previewOutage } from "@/lib/hall/preview-outage";
import { reader } from "@/lib/platform/database";
import { changeOutage } from "@/lib/queue/change-outage";
import { ingestTickets } from "@/lib/queue/ingest";
import { changeOutageInput, previewOutageInput } from "@/lib/queue/outage-schema";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

const said = { outageId: null, seen: null, system: "SMART", reason: "Contoh", endedAt: null };
const today = (time: string) => ({ date: "2026-11-24", time });

async function look(by: Awaited<ReturnType<typeof givenStaff>>, changes: object) {
  const answer = await previewOutage(by, previewOutageInput.parse({ ...said, ...changes }));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

test("shows whose answers a disruption changes and which vouchers it touches, and what it shows comes true", async () => {
  const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor")];
  await ingestTickets(
    [
      ticket(1, { biometricTicketAt: wib("08:05") }),
      ticket(2, { biometricTicketAt: wib("09:30"), underReview: true }),
      ticket(3, { biometricTicketAt: wib("07:00"), biometricStartedAt: wib("09:30") }),
      ticket(4, { biometricTicketAt: wib("08:30"), biometricStartedAt: wib("09:00") }),
      ticket(5, { biometricTicketAt: wib("06:30") }),
    ],
    { kind: "DEMO" },
  );
  expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });

  // From now on it touches only whose two hours are not over.
  expect(await look(officer, { startedAt: "NOW" })).toMatchObject({
    waitingInto: 1,
    servedInto: 0,
    vouchers: [],
    backDated: false,
    allowed: true,
  });

  const since = { startedAt: today("08:45"), endedAt: today("09:10") };
  const early = await look(officer, since);
  expect(early).toMatchObject({ waitingInto: 0, servedInto: 1, backDated: true, allowed: false });
  expect(early.vouchers).toMatchObject([{ number: "K-001", state: "ISSUED", becomes: "DISTURBED" }]);
  expect(await look(supervisor, since)).toMatchObject({ allowed: true });
  expect(await reader().outage.count()).toBe(0);

  const input = { ...said, ...since, note: "Contoh alasan", key: newKey() };
  const saved = await changeOutage(supervisor, changeOutageInput.parse(input), "test");
  if (!saved.ok) throw new Error(saved.code);
  expect(await scan(3)).toMatchObject({ outcome: "OUTAGE" });
  expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE", fresh: false });
  expect(await reader().voucher.findMany()).toMatchObject([{ state: "ISSUED" }]);

  const newest = await reader().outageEvent.findFirstOrThrow({ where: { outageId: saved.value.outageId } });
  const withdrawn = { ...saved.value, seen: newest.id, ...since, withdraw: true };
  expect(await look(supervisor, withdrawn)).toMatchObject({
    servedOutOf: 1,
    vouchers: [{ number: "K-001", becomes: "UNDISTURBED" }],
    backDated: true,
  });
});

test("tells nothing of anybody's application: its counts are the same with and without a review flag", async () => {
  const officer = await givenStaff();
  const counts = [];
  for (const [minute, underReview] of [true, false].entries()) {
    const given = ticket(1, {
      biometricTicketAt: wib("08:00"),
      underReview,
      updatedAt: wib(`10:0${minute}`),
    });
    await ingestTickets([given], { kind: "DEMO" });
    counts.push(await look(officer, { startedAt: today("09:00") }));
  }
  expect(counts[0]).toEqual(counts[1]);
  expect(counts[0]).toMatchObject({ waitingInto: 1 });
});
