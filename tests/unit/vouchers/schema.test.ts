import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { checkInput } from "@/lib/vouchers/kiosk-schema";
import {
  confirmVoucherInput,
  findTicketsInput,
  findVoucherInput,
  grantVoucherInput,
  recordStepInput,
  reopenTicketInput,
  reopenVoucherInput,
  reprintVoucherInput,
  reviewFlagInput,
  ticketInput,
  undoStepInput,
  withholdTicketInput,
  withholdVoucherInput,
} from "@/lib/vouchers/schema";
import {
  addSouvenirInput,
  changeSouvenirInput,
  countSouvenirInput,
  deliverSouvenirInput,
  findPromisesInput,
  keepPromiseInput,
  printPromiseInput,
  reopenPromiseInput,
} from "@/lib/vouchers/souvenirs/schema";

const key = "0190a000-0000-7000-8000-000000000000";
const id = "0190a000-0000-7000-8000-000000000001";
const text = (length: number) => "x".repeat(length);

type Inputs = Readonly<Record<string, readonly [z.ZodType, Readonly<Record<string, unknown>>]>>;

/** Each form with everything that it may hold. */
const WHOLE: Inputs = {
  check: [checkInput, { payload: "9900000000000001", key }],
  findVoucher: [findVoucherInput, { scanned: "K-001" }],
  findTickets: [findTicketsInput, { query: "B-001" }],
  ticket: [ticketInput, { ticketId: id }],
  recordStep: [
    recordStepInput,
    {
      ...{ voucherId: id, step: "SOUVENIR", note: "n", settled: false, souvenirId: id, promised: true },
      ...{ override: "o", key },
    },
  ],
  confirmVoucher: [confirmVoucherInput, { voucherId: id, override: "o", key }],
  undoStep: [undoStepInput, { voucherId: id, step: "APOLOGY", reason: "r", key }],
  withholdVoucher: [withholdVoucherInput, { voucherId: id, reason: "r", key }],
  reopenVoucher: [reopenVoucherInput, { voucherId: id, reason: "r", key }],
  withholdTicket: [withholdTicketInput, { ticketId: id, reason: "r", key }],
  reopenTicket: [reopenTicketInput, { ticketId: id, reason: "r", key }],
  reviewFlag: [reviewFlagInput, { ticketId: id, underReview: true, reason: "r", key }],
  grantVoucher: [grantVoucherInput, { ticketId: id, reason: "r", key }],
  reprintVoucher: [reprintVoucherInput, { voucherId: id, key, printerId: "p" }],
  addSouvenir: [addSouvenirInput, { name: "Topi", stock: 0, lowMark: 2, key }],
  changeSouvenir: [changeSouvenirInput, { souvenirId: id, revision: 0, lowMark: 2, retired: false, key }],
  deliverSouvenir: [deliverSouvenirInput, { souvenirId: id, revision: 0, pieces: 1, note: "n", key }],
  countSouvenir: [
    countSouvenirInput,
    { souvenirId: id, revision: 0, seen: 0, counted: 100_000, reason: "r", key },
  ],
  findPromises: [findPromisesInput, { query: "K-001" }],
  keepPromise: [keepPromiseInput, { promiseId: id, souvenirId: id, key }],
  reopenPromise: [reopenPromiseInput, { promiseId: id, reason: "r", key }],
  printPromise: [printPromiseInput, { promiseId: id, key, printerId: "p" }],
};

/** What may be left out, and what it is then. */
const OPTIONAL = ["note", "settled", "souvenirId", "promised", "override", "printerId"];
const NEEDED_SOUVENIR = ["keepPromise", "changeSouvenir", "deliverSouvenir", "countSouvenir"];
const REASON_OPTIONAL = ["undoStep", "reopenVoucher", "reopenTicket", "countSouvenir", "reopenPromise"];

const mayLack = (form: string, field: string) =>
  field === "reason"
    ? REASON_OPTIONAL.includes(form)
    : OPTIONAL.includes(field) && !(field === "souvenirId" && NEEDED_SOUVENIR.includes(form));

describe.each(Object.entries(WHOLE))("the form of %s", (form, [schema, whole]) => {
  const takes = (changes: Readonly<Record<string, unknown>>) =>
    schema.safeParse({ ...whole, ...changes }).success;

  test("is taken whole, and not with a field that it does not know", () => {
    expect(schema.parse(whole)).toEqual(whole);
    expect(takes({ stranger: 1 })).toBe(false);
    expect(schema.safeParse(null).success).toBe(false);
  });

  test("lacks only what may be left out", () => {
    const lackable = Object.keys(whole).filter(
      (field) => schema.safeParse({ ...whole, [field]: undefined }).success,
    );
    expect(lackable).toEqual(Object.keys(whole).filter((field) => mayLack(form, field)));
  });

  test("takes nothing of another kind or size", () => {
    const wrong: Readonly<Record<string, readonly unknown[]>> = {
      key: [1, "", text(15), text(65), `${key}!`, `!${key}`],
      step: ["", "PRIORITYY", 1],
      ...Object.fromEntries(
        ["settled", "promised", "underReview", "retired"].map((field) => [field, ["true"]]),
      ),
      ...Object.fromEntries(
        ["voucherId", "ticketId", "souvenirId", "promiseId"].map((field) => [
          field,
          [1, "", text(7), text(65), `${id}'`, `'${id}`],
        ]),
      ),
      ...Object.fromEntries(["reason", "note", "override"].map((field) => [field, [1, text(501)]])),
      ...Object.fromEntries(["scanned", "query"].map((field) => [field, [1, "", text(2001)]])),
      payload: [1, "", text(5001)],
      printerId: [1, "", text(65)],
      name: [1, "", "x", " x ", text(41)],
      revision: [-1, 0.5, "0"],
      pieces: [0, -1, 0.5, 100_001],
      ...Object.fromEntries(
        ["stock", "lowMark", "seen", "counted"].map((field) => [field, [-1, 0.5, 100_001]]),
      ),
    };
    for (const field of Object.keys(whole))
      for (const value of wrong[field] ?? [])
        expect(takes({ [field]: value }), `${field}: ${String(value).slice(0, 80)}`).toBe(false);
  });

  test("takes the longest and the shortest that there may be", () => {
    const edge: Readonly<Record<string, readonly unknown[]>> = {
      key: [text(16), text(64)],
      step: ["APOLOGY", "SOUVENIR", "PRIORITY"],
      ...Object.fromEntries(
        ["voucherId", "ticketId", "souvenirId", "promiseId"].map((field) => [field, [text(8), text(64)]]),
      ),
      ...Object.fromEntries(["reason", "note", "override"].map((field) => [field, ["", text(500)]])),
      ...Object.fromEntries(["scanned", "query"].map((field) => [field, ["x", text(2000)]])),
      payload: ["x", text(5000)],
      printerId: ["x", text(64), null],
      name: ["xy", text(40)],
      revision: [0, 7],
      pieces: [1, 100_000],
      ...Object.fromEntries(["stock", "lowMark", "seen", "counted"].map((field) => [field, [0, 100_000]])),
    };
    for (const field of Object.keys(whole))
      for (const value of edge[field] ?? []) expect(takes({ [field]: value }), field).toBe(true);
  });
});

test("words are taken without the blanks around them, and a printer not named is the tablet's own", () => {
  expect(grantVoucherInput.parse({ ticketId: id, reason: "  r \n", key })).toMatchObject({ reason: "r" });
  expect(
    deliverSouvenirInput.parse({ souvenirId: id, revision: 0, pieces: 1, note: " n ", key }),
  ).toMatchObject({
    note: "n",
  });
  expect(addSouvenirInput.parse({ name: " Topi ", stock: 0, lowMark: 0, key })).toMatchObject({
    name: "Topi",
  });
  expect(reprintVoucherInput.parse({ voucherId: id, key })).toMatchObject({ printerId: null });
  expect(printPromiseInput.parse({ promiseId: id, key })).toMatchObject({ printerId: null });
});
