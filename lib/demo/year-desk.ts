import "server-only";
import { randomUUID } from "node:crypto";
import { ensureAccount } from "@/lib/access/accounts";
import { DEMO_SIGN_INS } from "@/lib/access/demo-sign-ins";
import { reader } from "@/lib/platform/database";
import { settlePrintJob } from "@/lib/printing/print-jobs";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { recordStep } from "@/lib/vouchers/record-step";
import { deliverSouvenir } from "@/lib/vouchers/souvenirs/change-stock";
import { keepPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import type { YearEvent } from "./types";

const KIOSK_ID = "kiosk-tahun-contoh";
const REQUEST = "simulated-year";
/** An item with no more than this many left is delivered at the month's turn. */
const RUNS_LOW = 60;
const DELIVERY = 70;

const ticketOf = (ticketId: string) =>
  reader().ticket.findUniqueOrThrow({
    where: { sourceTicketId: ticketId },
    select: { id: true, voucher: { select: { id: true } } },
  });

/** The pretended year's kiosk and officers: each method is one thing that a person does, through the real use cases. */
export interface YearDesk {
  /** The kiosk's answer. */
  check(ticketId: string, bookingCode: string, at: number): Promise<string>;
  withhold(ticketId: string, at: number): Promise<void>;
  /** Whether the supervisor could. */
  grant(ticketId: string, at: number): Promise<boolean>;
  apologise(ticketId: string, at: number): Promise<void>;
  giveSouvenir(ticketId: string, item: number, at: number): Promise<void>;
  prioritise(ticketId: string, at: number): Promise<void>;
  /** The month's turn: what runs low is delivered, and what was promised is handed over. */
  restock(at: number): Promise<void>;
}

/** Opens the desk; each event goes to `tell`. Refusals are no events: the rules' word stands, as in an office. */
export async function openYearDesk(tell: (event: YearEvent) => void): Promise<YearDesk> {
  const people = new Map<string, StaffContext>();
  for (const { username, name, role, password } of DEMO_SIGN_INS) {
    const by = { actor: { kind: "SYSTEM" }, requestId: REQUEST } as const;
    const id = await ensureAccount({ username, name, role, password }, by);
    people.set(role, { account: { id, name, role } });
  }
  const as = (role: string): StaffContext => {
    const person = people.get(role);
    if (!person) throw new Error(`the demo has no ${role}`);
    return person;
  };
  const key = () => randomUUID();
  const reason = "Contoh alasan tertulis";
  const voucherOf = async (ticketId: string) => (await ticketOf(ticketId)).voucher?.id;
  const items = () => reader().souvenir.findMany({ where: { retiredAt: null }, orderBy: { nameKey: "asc" } });

  const step = async (ticketId: string, name: "APOLOGY" | "PRIORITY", at: number) => {
    const voucherId = await voucherOf(ticketId);
    if (!voucherId) return;
    const done = await recordStep(as("officer"), { voucherId, step: name, key: key() }, REQUEST);
    if (done.ok) tell({ kind: name, ticketId, at });
  };

  return {
    check: async (ticketId, bookingCode, at) => {
      const call = { kiosk: { id: KIOSK_ID }, requestId: REQUEST };
      const answer = await checkBooking(call, { payload: bookingCode, key: key() });
      if (!answer.ok) throw new Error(answer.code);
      const { value } = answer;
      if ("printJobId" in value && value.printJobId)
        await settlePrintJob(
          { kioskId: KIOSK_ID },
          { printJobId: value.printJobId, state: "CONFIRMED" },
          REQUEST,
        );
      tell({ kind: "CHECKED", ticketId, at, outcome: value.outcome });
      return value.outcome;
    },
    withhold: async (ticketId, at) => {
      const voucherId = await voucherOf(ticketId);
      if (!voucherId) return;
      const done = await withholdVoucher(as("officer"), { voucherId, reason, key: key() }, REQUEST);
      if (done.ok) tell({ kind: "WITHHELD", ticketId, at });
    },
    grant: async (ticketId, at) => {
      const { id } = await ticketOf(ticketId);
      const done = await grantVoucher(as("supervisor"), { ticketId: id, reason, key: key() }, REQUEST);
      if (done.ok) tell({ kind: "GRANTED", ticketId, at });
      return done.ok;
    },
    apologise: (ticketId, at) => step(ticketId, "APOLOGY", at),
    prioritise: (ticketId, at) => step(ticketId, "PRIORITY", at),
    giveSouvenir: async (ticketId, wanted, at) => {
      const voucherId = await voucherOf(ticketId);
      const given = await items();
      const item = given[wanted % given.length];
      if (!voucherId || !item) return;
      const gift = { voucherId, step: "SOUVENIR", souvenirId: item.id } as const;
      const done = await recordStep(as("officer"), { ...gift, key: key() }, REQUEST);
      if (done.ok) return tell({ kind: "SOUVENIR", ticketId, at, item: item.name });
      if (done.code !== "NONE_LEFT") return;
      const promised = await recordStep(as("officer"), { ...gift, promised: true, key: key() }, REQUEST);
      if (promised.ok) tell({ kind: "PROMISED", ticketId, at, item: item.name });
    },
    restock: async (at) => {
      for (const item of await items()) {
        if (item.stock > RUNS_LOW) continue;
        const delivery = { souvenirId: item.id, revision: item.revision, pieces: DELIVERY, key: key() };
        const done = await deliverSouvenir(as("supervisor"), delivery, REQUEST);
        if (done.ok) tell({ kind: "DELIVERED", at, item: item.name, pieces: DELIVERY });
      }
      const open = await reader().souvenirPromise.findMany({
        where: { state: "OPEN" },
        include: { souvenir: { select: { name: true } } },
        orderBy: { promisedAt: "asc" },
      });
      // Every fourth person never comes back for it.
      for (const promise of open.filter((_, index) => index % 4 !== 3)) {
        const { id: promiseId, souvenirId, souvenir } = promise;
        const done = await keepPromise(as("officer"), { promiseId, souvenirId, key: key() }, REQUEST);
        if (done.ok) tell({ kind: "KEPT", at, item: souvenir.name, pieces: 1 });
      }
    },
  };
}
