import { expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { listAlerts, openAlertCount, openAlertsOf, resolveAlert } from "@/lib/queue/alerts";
import { ingestTickets } from "@/lib/queue/ingest";
import { scan } from "../support/kiosk";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

test("a contradiction stays, also overnight, until an officer resolves it with a note; the first one's counts", async () => {
  const [one, other] = [
    await givenStaff("officer", "Satu Contoh"),
    await givenStaff("officer", "Dua Contoh"),
  ];
  await ingestTickets([ticket(1)], { kind: "DEMO" });
  await scan(1);
  const correction = ticket(1, { applicationType: "OTHER", underReview: true, updatedAt: wib("10:40") });
  await ingestTickets([correction], { kind: "DEMO" });
  officeTime("09:00", "2026-11-25");
  const { open } = await listAlerts(one);
  expect(open).toMatchObject([
    { queueNumber: "B-001", last4: "0001", voucher: { number: "K-001" }, resolved: null },
  ]);
  expect(open[0]?.changes).toEqual([{ field: "applicationType", before: "NEW", after: "OTHER" }]);
  const [alert] = open;
  if (!alert) throw new Error("no alert");
  expect(await openAlertsOf(one, alert.ticketId)).toHaveLength(1);

  const mine = { alertId: alert.id, note: "Sudah dicocokkan" };
  expect(await resolveAlert(one, mine, "r")).toEqual({ ok: true, value: null });
  expect(await resolveAlert(one, mine, "r")).toEqual({ ok: true, value: null });
  expect(await resolveAlert(other, mine, "r")).toMatchObject({
    ok: false,
    code: "ALREADY_DONE",
    details: { byName: "Satu Contoh" },
  });
  expect(await openAlertCount()).toBe(0);
  expect((await listAlerts(one)).resolved).toMatchObject([
    { resolved: { byName: "Satu Contoh", note: "Sudah dicocokkan" } },
  ]);
  const trail = await reader().auditEvent.findMany({ where: { action: "alert.resolved" } });
  expect(trail).toMatchObject([{ subjectId: alert.id, actorId: one.account.id }]);
  expect(trail[0]?.data).not.toContain("dicocokkan");
  const unknown = { alertId: "00000000-0000-4000-8000-000000000000", note: "Tidak ada" };
  expect(await resolveAlert(one, unknown, "r")).toEqual({ ok: false, code: "UNKNOWN_ALERT" });
});
