import { describe, expect, test } from "vitest";
import type { TicketPayload } from "@/lib/queue/schema";
import { decideReviewFlag, lookAtReviewFlag } from "@/lib/vouchers/review-flag";
import { openTicket } from "@/lib/vouchers/ticket-queries";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { corrected, givenTicket, givenVoucher, tap } from "./tablet-given";

import { byBooking, copyOf, shape } from "./applicant-given";

useTestDatabase();

describe("the review flag", () => {
  const CAUSES: readonly Partial<TicketPayload>[] = [
    { underReview: true },
    { underReview: null },
    { registeredInSmart: false },
    { registeredInSmart: null },
  ];

  test("is in no copy: each cause of SEE_OFFICER gives the same one, to the letter and in length", async () => {
    const supervisor = await givenStaff("supervisor");
    const copies: { html: string; length: number }[] = [];
    for (const [index, cause] of CAUSES.entries()) {
      const number = index + 1;
      const ticketId = await givenTicket(number, cause);
      expect((await scan(number)).outcome).toBe("SEE_OFFICER");
      await openTicket(supervisor, ticketId);
      if (cause.underReview) {
        await lookAtReviewFlag(supervisor, ticketId, "test");
        const decision = { ticketId, underReview: true, reason: "Contoh alasan rahasia", key: newKey() };
        await decideReviewFlag(supervisor, decision, "test");
      }
      const { html } = await copyOf(supervisor, byBooking(number));
      expect(html).not.toMatch(/rahasia|F\.2\.g|review/i);
      copies.push({ html: shape(html), length: html.length });
    }
    expect(copies[0]?.html).toContain("Silakan ke petugas");
    for (const copy of copies) expect(copy).toEqual(copies[0]);
  });

  test("raised after the voucher was issued it changes nothing of its holder's copy", async () => {
    const supervisor = await givenStaff("supervisor");
    const copies: { html: string; length: number }[] = [];
    for (const number of [1, 2]) {
      await givenVoucher(number);
      if (number === 2) await corrected(number, { underReview: true });
      expect((await scan(number)).outcome).toBe("ELIGIBLE");
      const { html } = await copyOf(supervisor, byBooking(number));
      copies.push({ html: shape(html), length: html.length });
    }
    expect(copies[1]).toEqual(copies[0]);
  });

  test("a confirmation that it stopped, and the one that went on, are told as one that nothing stopped", async () => {
    const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor")];
    const copies: { html: string; length: number }[] = [];
    for (const number of [1, 2]) {
      const voucherId = await givenVoucher(number);
      if (number === 2) {
        await corrected(number, { underReview: true });
        expect(await tap(officer, voucherId, "APOLOGY")).toMatchObject({ ok: false });
      }
      const override = number === 2 ? { override: "Contoh alasan rahasia" } : {};
      expect(await tap(supervisor, voucherId, "APOLOGY", override)).toMatchObject({ ok: true });
      const { html, record } = await copyOf(supervisor, byBooking(number));
      expect(record.visits[0]?.officerChecks).toHaveLength(1);
      copies.push({ html: shape(html), length: html.length });
    }
    expect(copies[1]).toEqual(copies[0]);
  });

  test("what officers wrote by hand is in no copy", async () => {
    const supervisor = await givenStaff("supervisor");
    const voucherId = await givenVoucher(1);
    await withholdVoucher(supervisor, { voucherId, reason: "Contoh alasan rahasia", key: newKey() }, "test");
    const { html, record } = await copyOf(supervisor, byBooking(1));
    expect(html).not.toContain("rahasia");
    expect(record.visits[0]?.voucher?.state).toBe("WITHHELD");
  });
});
