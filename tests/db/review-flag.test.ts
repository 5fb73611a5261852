import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { decideReviewFlag, lookAtReviewFlag } from "@/lib/vouchers/review-flag";
import { findTickets, openTicket } from "@/lib/vouchers/ticket-queries";
import { newKey } from "../support/keys";
import { scan } from "../support/kiosk";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

const deliver = (underReview: boolean | null, time: string) =>
  ingestTickets([ticket(1, { underReview, updatedAt: wib(time) })], { kind: "DEMO" });
const ticketId = async () => (await reader().ticket.findFirstOrThrow()).id;
const decide = async (underReview: boolean, reason = "Surat contoh") =>
  decideReviewFlag(
    await givenStaff("supervisor", "Pengawas Contoh"),
    { ticketId: await ticketId(), underReview, reason, key: newKey() },
    "test",
  );

describe("a supervisor's word on the review flag", () => {
  test("sends the applicant to an officer, outlives deliveries, and can be taken back", async () => {
    await deliver(false, "10:00");
    expect(await decide(true)).toMatchObject({
      ok: true,
      value: { flag: "UNDER_REVIEW", decision: { byName: "Pengawas Contoh", reason: "Surat contoh" } },
    });
    await deliver(false, "10:20");
    expect(await scan(1)).toMatchObject({ outcome: "SEE_OFFICER" });
    await decide(false);
    expect(await scan(1)).toMatchObject({ outcome: "ELIGIBLE" });
  });

  test("clears the source's flag until the source raises it anew", async () => {
    await deliver(true, "10:00");
    await decide(false);
    await deliver(true, "10:10");
    const supervisor = await givenStaff("supervisor");
    const look = async () =>
      (await lookAtReviewFlag(supervisor, await ticketId(), "test")) as { value: unknown };
    expect((await look()).value).toMatchObject({ flag: "CLEAR" });
    await decide(false);
    await deliver(false, "10:15");
    await decide(false);
    await deliver(true, "10:20");
    expect((await look()).value).toMatchObject({ flag: "UNDER_REVIEW" });
  });

  test("is refused to an officer and without a reason, and leaves no trace then", async () => {
    await deliver(false, "10:00");
    const wish = { ticketId: await ticketId(), underReview: true, reason: "Contoh", key: newKey() };
    expect(await decideReviewFlag(await givenStaff(), wish, "t")).toEqual({ ok: false, code: "NOT_ALLOWED" });
    expect(await decide(true, "")).toEqual({ ok: false, code: "REASON_MISSING" });
    expect(await reader().reviewDecision.count()).toBe(0);
  });

  test("tells an officer no more than a flag that nobody knows: what they are sent is equal to the letter", async () => {
    const officer = await givenStaff();
    const told = async () =>
      JSON.stringify([await openTicket(officer, await ticketId()), await findTickets(officer, "0001")]);
    await deliver(null, "10:00");
    const unknown = await told();
    await decide(true);
    expect(await told()).toBe(unknown);
    expect(await decide(false)).toMatchObject({ ok: true });
    expect(await told()).not.toBe(unknown);
  });

  test("is in the trail as decided, never as what", async () => {
    await deliver(false, "10:00");
    await decide(true);
    await decide(false);
    const trail = await reader().auditEvent.findMany({ where: { action: "review-flag.decided" } });
    expect(trail.map(({ data, subjectKind }) => [data, subjectKind])).toEqual([
      ["{}", "review-flag"],
      ["{}", "review-flag"],
    ]);
  });
});
