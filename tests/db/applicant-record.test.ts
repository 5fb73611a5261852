import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { exportRecord } from "@/lib/register/applicant/export-record";
import { accessRequests } from "@/lib/register/applicant/queries";
import type { AccessRequestInput } from "@/lib/register/applicant/schema";
import { lookAtName } from "@/lib/register/case/applicant-name";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { givenStaff } from "../support/staff";
import { officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { booking, ticket } from "../support/tickets";
import { deliver, later } from "./retention-given";
import { corrected, givenTicket, givenVoucher, tap } from "./tablet-given";

import { byBooking, CALL, copyOf, GROUND } from "./applicant-given";

useTestDatabase();

describe("an applicant's copy", () => {
  test("holds every visit with times, checks, voucher, duties, slips and looks, in words and as JSON", async () => {
    const officer = await givenStaff();
    const head = await givenStaff("head");
    const voucherId = await givenVoucher(1);
    for (const step of ["APOLOGY", "SOUVENIR"] as const) await tap(officer, voucherId, step);
    const { ticketId } = await reader().voucher.findUniqueOrThrow({ where: { id: voucherId } });
    await openTicket(officer, ticketId);
    await deliver(ticket(2, { bookingCode: booking(1), serviceDate: "2026-11-10", biometricTicketAt: null }));
    const { record, html, visits, name } = await copyOf(head, { ticketId, ground: GROUND });
    expect(visits).toBe(2);
    expect(name).toMatch(/^salinan-data-[0-9a-f]{8}\.html$/);
    expect(record.visits.map(({ serviceDate }) => serviceDate)).toEqual([TUESDAY, "2026-11-10"]);
    const [visit] = record.visits;
    expect(visit).toMatchObject({
      applicantName: "Contoh Pemohon 1",
      bookingCode: booking(1),
      numberAt: "2026-11-24T01:00:00.000Z",
      removedFrom: "2027-02-23",
      checks: [{ told: "ELIGIBLE", waitedMinutes: 150 }],
      officerChecks: [{ by: "officer" }],
      looks: [
        { by: "officer", what: "VOUCHER" },
        { by: "officer", what: "TICKET" },
      ],
    });
    expect(visit?.voucher).toMatchObject({
      number: "K-001",
      state: "CONFIRMED",
      last4: booking(1).slice(-4),
    });
    expect(visit?.voucher?.steps).toContainEqual(
      expect.objectContaining({ step: "SOUVENIR", state: "DONE", by: "officer", item: "Payung" }),
    );
    expect(visit?.voucher?.history.map(({ kind, by }) => [kind, by])).toEqual([
      ["ISSUED", "kiosk"],
      ["CONFIRMED", "officer"],
      ["STEP_DONE", "officer"],
      ["STEP_DONE", "officer"],
    ]);
    expect(visit?.voucher?.slips).toMatchObject([{ kind: "VOUCHER", copy: 1 }]);
    for (const said of [
      "Contoh Pemohon 1",
      "Selasa, 24 November 2026",
      "Payung",
      "K-001",
      "Pasal 15 UU 27/2022",
    ])
      expect(html).toContain(said);
    // A copy asks nothing of any other server, and says of officers their role only.
    expect(html).not.toMatch(/(src|href)="(?!data:)|url\(|Orang Contoh/);
    expect(html).not.toContain("underReview");
    const english = await copyOf(head, byBooking(1), "en");
    expect(english.html).toMatch(/Tuesday,? 24 November 2026/);
    expect(english.record.visits[0]?.looks.map(({ what, by }) => `${what} ${by}`)).toEqual([
      "VOUCHER officer",
      "TICKET officer",
      "COPY head",
    ]);
  });

  test("has every word that it uses in both languages", async () => {
    const head = await givenStaff("head");
    await tap(await givenStaff(), await givenVoucher(1), "APOLOGY");
    for (const locale of ["id", "en"]) {
      const { html } = await copyOf(head, byBooking(1), locale);
      const shown = html.replace(/<style>[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, "");
      expect(shown.match(/>[A-Z]+_[A-Z_]+<|>[a-z]+[A-Z]\w+<|\{\w+\}/g)).toBeNull();
    }
  });

  test("is recorded by opaque ids, with its digest, and its ground goes with the personal data", async () => {
    const supervisor = await givenStaff("supervisor");
    const ticketId = await givenTicket(1);
    const { html } = await copyOf(supervisor, byBooking(1));
    const digest = createHash("sha256").update(html).digest("hex");
    const [row] = await reader().auditEvent.findMany({ where: { action: "applicant.exported" } });
    expect(row).toMatchObject({ actorId: supervisor.account.id, subjectId: ticketId });
    expect(JSON.parse(row?.data ?? "")).toMatchObject({ visits: 1, digest });
    expect(JSON.stringify(row)).not.toMatch(/Contoh|KTP|9900/);
    expect(await accessRequests(supervisor)).toMatchObject([
      { byName: "Orang Contoh", visits: 1, ground: GROUND },
    ]);
    officeTime("10:30", "2027-12-31");
    expect(await removePersonalData(false)).toMatchObject({ run: { tickets: 1, requests: 1 } });
    expect(await accessRequests(supervisor)).toMatchObject([{ ground: null }]);
  });

  test("after the removal still shows what is left, found by the booking that its holder brings", async () => {
    const supervisor = await givenStaff("supervisor");
    await givenVoucher(1);
    later();
    await removePersonalData(false);
    const { record, html } = await copyOf(supervisor, byBooking(1));
    expect(record.visits).toMatchObject([
      { applicantName: null, bookingCode: null, voucher: { last4: null } },
    ]);
    expect(html).toContain("sudah dihapus");
  });

  test("is refused for a booking of another date, an unreadable one, and nobody", async () => {
    const head = await givenStaff("head");
    await givenTicket(1);
    const asked = async (input: AccessRequestInput) => {
      const answer = await exportRecord(head, input, CALL);
      return answer.ok ? "OK" : answer.code;
    };
    expect(await asked(byBooking(1, "2026-11-23"))).toBe("NO_RECORD");
    expect(await asked(byBooking(2))).toBe("NO_RECORD");
    expect(await asked({ bookingScan: "bukan nomor", serviceDate: TUESDAY, ground: GROUND })).toBe(
      "BOOKING_UNREADABLE",
    );
    expect(await asked({ ticketId: "00000000-0000-7000-8000-000000000000", ground: GROUND })).toBe(
      "NO_RECORD",
    );
    expect(await reader().accessRequest.count()).toBe(0);
  });

  test("tells of looks at the name in the register, and after a correction of the booking of no voucher of another", async () => {
    const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor")];
    const voucherId = await givenVoucher(1);
    const { ticketId } = await reader().voucher.findUniqueOrThrow({ where: { id: voucherId } });
    expect(await lookAtName(officer, ticketId, "test")).toMatchObject({ ok: true });
    const { record } = await copyOf(supervisor, byBooking(1));
    expect(record.visits[0]?.looks).toMatchObject([{ what: "TICKET" }]);
    expect(record.visits[0]?.voucher).toMatchObject({ number: "K-001" });
    await corrected(1, { bookingCode: booking(7) });
    const { record: another } = await copyOf(supervisor, byBooking(7));
    expect(another.visits).toHaveLength(1);
    expect(another.visits[0]?.voucher).toBeNull();
  });

  test("escapes whatever a source writes", async () => {
    const head = await givenStaff("head");
    await givenTicket(1, { applicantName: `</script><b>"Contoh" & 'x'` });
    const { html, record } = await copyOf(head, byBooking(1));
    expect(html).not.toContain("<b>");
    expect(record.visits[0]?.applicantName).toBe(`</script><b>"Contoh" & 'x'`);
  });
});
