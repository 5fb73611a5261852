import { randomUUID } from "node:crypto";
import { closeDatabase, reader } from "@/lib/platform/database";
import { BusyError, StorageError } from "@/lib/platform/faults";
import { signReceipt } from "@/lib/register/receipts/sign-receipt";
import { changeOutage } from "@/lib/queue/change-outage";
import { ingestTickets } from "@/lib/queue/ingest";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { confirmVoucher } from "@/lib/vouchers/confirm-voucher";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { recordStep } from "@/lib/vouchers/record-step";
import { decideReviewFlag } from "@/lib/vouchers/review-flag";
import { deliverSouvenir } from "@/lib/vouchers/souvenirs/change-stock";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { undoStep } from "@/lib/vouchers/undo-step";
import { reopenTicket, reopenVoucher, withholdTicket, withholdVoucher } from "@/lib/vouchers/withhold";
import { SCRAWL } from "../support/signature";
import { bookingOf, sourceId, type Place } from "./belief";
import { Broken, withFault } from "./faults";
import type { Act, Version } from "./world";

/** The people and things of a simulated office. */
export interface Office {
  /** Two officers and a supervisor. */
  readonly staff: readonly [StaffContext, StaffContext, StaffContext];
  readonly souvenirId: string;
}

/** What became of an act: its request as often as it was sent, all under one key. */
export interface Outcome {
  readonly act: Act;
  readonly requestIds: readonly string[];
  readonly answers: readonly unknown[];
  readonly commits: number;
  /** Faults that nobody injected. */
  readonly unexpected: readonly unknown[];
}

const NOBODY = "00000000-0000-4000-8000-000000000000";
const REASON = "Alasan contoh";

const staffOf = ({ staff }: Office, by: number) => staff[by] ?? staff[0];

const idsOf = (place: Place, person: number) =>
  (place.day.people[person]?.tickets ?? []).map((_, ticket) => sourceId(place, person, ticket));

async function ticketOf(place: Place, person: number, ticket = 0): Promise<string> {
  const where = { sourceTicketId: sourceId(place, person, ticket) };
  return (await reader().ticket.findUnique({ where, select: { id: true } }))?.id ?? NOBODY;
}

async function voucherOf(place: Place, person: number): Promise<string> {
  const where = { ticket: { sourceTicketId: { in: idsOf(place, person) } } };
  const select = { id: true } as const;
  return (await reader().voucher.findFirst({ where, select, orderBy: { issuedAt: "asc" } }))?.id ?? NOBODY;
}

async function signingOf(place: Place, office: Office, act: Act & { do: "sign" }, key: string) {
  const voucherId = await voucherOf(place, act.person);
  const steps = await reader().voucherStep.findMany({ where: { voucherId } });
  const promise = await reader().souvenirPromise.findUnique({ where: { held: voucherId } });
  const when = (step: string) => steps.find((row) => row.step === step)?.at?.getTime() ?? 0;
  // What the tablet showed to whoever signed.
  const seen = { apologyAt: when("APOLOGY"), souvenirAt: promise?.keptAt?.getTime() ?? when("SOUVENIR") };
  const signature = act.drawn ? SCRAWL : ({ unsigned: "UNABLE" } as const);
  return (requestId: string) =>
    signReceipt(staffOf(office, act.by), { voucherId, seen, signature, key }, requestId);
}

function payload(place: Place, person: number, ticket: number, version: Version) {
  const { midnight, day } = place;
  const instant = (at: number | null) => (at === null ? null : new Date(midnight + at).toISOString());
  const serviceDate = new Date(midnight + (7 + 24 * version.day) * 3_600_000).toISOString().slice(0, 10);
  return {
    ticketId: sourceId(place, person, ticket),
    bookingCode: day.people[person]?.booked ? bookingOf(place, person) : null,
    queueNumber: version.ticketAt === null ? null : `B-${person}${ticket}`,
    serviceDate,
    biometricTicketAt: instant(version.ticketAt),
    biometricStartedAt: instant(version.startedAt),
    applicationType: version.type,
    replacementReason: version.reason,
    bookingChannel: version.channel,
    registeredInSmart: version.smart,
    underReview: version.review,
    applicantName: `Contoh Pemohon ${person}`,
    updatedAt: new Date(midnight + version.updatedAt).toISOString(),
  };
}

/** Everything that the queue system knows of a day in the end, as it would deliver it again. */
export const lastVersions = (place: Place) =>
  place.day.people.flatMap(({ tickets }, person) =>
    tickets.flatMap((versions, ticket) => {
      const last = [...versions].sort((one, other) => one.updatedAt - other.updatedAt).at(-1);
      return last ? [payload(place, person, ticket, last)] : [];
    }),
  );

async function outageCall(place: Place, office: Office, act: Act & { do: "outage" }, key: string) {
  const system = `Sistem ${place.mark} ${act.outage}`;
  const known = await reader().outage.findFirst({
    where: { system },
    include: { events: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 } },
  });
  const input = {
    ...{
      outageId: known?.id ?? null,
      seen: known?.events[0]?.id ?? null,
      system,
      reason: "Contoh",
      note: REASON,
    },
    startedAt: place.midnight + act.from,
    endedAt: act.to === null ? null : place.midnight + act.to,
    withdraw: act.to === act.from,
    key,
  };
  return (requestId: string) => changeOutage(office.staff[2], input, requestId);
}

/** The real use case behind an act, with everything that its tablet or kiosk has seen; called with a request id. */
async function callOf(
  place: Place,
  office: Office,
  act: Act,
  key: string,
): Promise<(id: string) => Promise<unknown>> {
  switch (act.do) {
    case "deliver": {
      const items = act.items.flatMap(({ person, ticket, version }) => {
        const told = place.day.people[person]?.tickets[ticket]?.[version];
        return told ? [payload(place, person, ticket, told)] : [];
      });
      return (requestId) => ingestTickets(items, { kind: "FEED", feedTokenId: "simulated" }, requestId);
    }
    case "scan": {
      const kiosk = { id: `kiosk-${act.kiosk}` };
      const input = { payload: bookingOf(place, act.person), key };
      return (requestId) => checkBooking({ kiosk, requestId }, input);
    }
    case "confirm": {
      const override = act.override ? REASON : undefined;
      const input = { voucherId: await voucherOf(place, act.person), override, key };
      return (requestId) => confirmVoucher(staffOf(office, act.by), input, requestId);
    }
    case "tap": {
      const { step, how } = act;
      const gift = step === "SOUVENIR" && how !== "SETTLED";
      const input = {
        ...{ voucherId: await voucherOf(place, act.person), step, key, settled: how === "SETTLED" },
        ...(how === "SETTLED" ? { note: REASON } : {}),
        ...(gift ? { souvenirId: office.souvenirId, promised: how === "PROMISED" } : {}),
        ...(act.override ? { override: REASON } : {}),
      };
      return (requestId) => recordStep(staffOf(office, act.by), input, requestId);
    }
    case "undo": {
      const input = { voucherId: await voucherOf(place, act.person), step: act.step, reason: REASON, key };
      return (requestId) => undoStep(staffOf(office, act.by), input, requestId);
    }
    case "withhold":
    case "reopen": {
      const voucherId = await voucherOf(place, act.person);
      const ticketId = await ticketOf(place, act.person);
      const by = staffOf(office, act.by);
      const [onVoucher, onTicket] =
        act.do === "withhold" ? [withholdVoucher, withholdTicket] : [reopenVoucher, reopenTicket];
      return voucherId === NOBODY
        ? (requestId) => onTicket(by, { ticketId, reason: REASON, key }, requestId)
        : (requestId) => onVoucher(by, { voucherId, reason: REASON, key }, requestId);
    }
    case "grant": {
      const ticketId = await ticketOf(place, act.person);
      return (requestId) =>
        grantVoucher(staffOf(office, act.by), { ticketId, reason: REASON, key }, requestId);
    }
    case "keep":
    case "unkeep": {
      const held = await voucherOf(place, act.person);
      const promise = await reader().souvenirPromise.findUnique({ where: { held }, select: { id: true } });
      const [promiseId, by] = [promise?.id ?? NOBODY, staffOf(office, act.by)];
      const { souvenirId } = office;
      return act.do === "keep"
        ? (requestId) => keepPromise(by, { promiseId, souvenirId, key }, requestId)
        : (requestId) => reopenPromise(by, { promiseId, reason: REASON, key }, requestId);
    }
    case "sign":
      return signingOf(place, office, act, key);
    case "flag": {
      const ticketId = await ticketOf(place, act.person, act.ticket);
      const input = { ticketId, underReview: act.raised, reason: REASON, key };
      return (requestId) => decideReviewFlag(office.staff[2], input, requestId);
    }
    case "outage":
      return outageCall(place, office, act, key);
    case "stock": {
      const { souvenirId } = office;
      const { revision } = await reader().souvenir.findUniqueOrThrow({ where: { id: souvenirId } });
      const input = { souvenirId, revision, pieces: act.pieces, key };
      return (requestId) => deliverSouvenir(office.staff[2], input, requestId);
    }
    case "lapse":
      return (requestId) => lapseVouchers(requestId);
    case "restart":
      return () => closeDatabase();
  }
}

const injected = (broke: unknown) =>
  broke instanceof Broken || broke instanceof StorageError || broke instanceof BusyError;

/** Does an act: its request `copies` times at once, the first under its fault, and once more if an answer is missing. */
export async function perform(place: Place, office: Office, act: Act): Promise<Outcome> {
  const call = await callOf(place, office, act, randomUUID());
  const requestIds = Array.from({ length: act.copies }, () => randomUUID());
  const sent = await Promise.all(
    requestIds.map((id, copy) => withFault(copy === 0 ? act.fault : null, () => call(id))),
  );
  const broken = sent.some((one) => "broke" in one);
  if (broken && act.again) {
    const id = randomUUID();
    requestIds.push(id);
    sent.push(await withFault(null, () => call(id)));
  }
  // A fault was injected under the first copy only, and from a busy database the product must recover by itself.
  const expected = (copy: number) => copy === 0 && act.fault !== null && act.fault.kind !== "BUSY";
  const unexpected = sent.flatMap((one, copy) =>
    "broke" in one && !(expected(copy) && injected(one.broke)) ? [one.broke] : [],
  );
  return {
    ...{ act, requestIds, unexpected },
    answers: sent.flatMap((one) => ("broke" in one ? [] : [one.answer])),
    commits: sent.reduce((sum, { commits }) => sum + commits, 0),
  };
}
