import "server-only";
import { addDays } from "@/lib/office/local-time";
import type { OfficeSettings } from "@/lib/office/schema";
import { doers, trailOf, type Evidence, type TrailRow } from "./evidence";
import { tellsWait, toldClauses, toldIn } from "./told";
import type { ApplicantRecord, Doer, VisitRecord, VoucherRecord } from "./types";

const MINUTE_MS = 60_000;
const iso = (at: Date) => at.toISOString();
const isoOrNull = (at: Date | null) => at?.toISOString() ?? null;

type By = (id: string | null) => Doer;

/** Only what a kiosk says of a voucher's life is its doing; a row without an account is the server's. */
const byWhom = (by: By, { byId, kind }: { readonly byId: string | null; readonly kind: string }): Doer =>
  byId === null && kind === "ISSUED" ? "kiosk" : by(byId);

function voucherRecord(voucher: NonNullable<Evidence["voucher"]>, by: By): VoucherRecord {
  const { number, serviceDate, state, origin, legalBasis, bookingLast4, counterCall } = voucher;
  return {
    ...{ number, serviceDate, state, origin, legalBasis },
    last4: bookingLast4,
    issuedAt: iso(voucher.issuedAt),
    waitedMinutes: Math.floor(voucher.waitedMs / MINUTE_MS),
    steps: voucher.steps.map(({ step, state: stepState, at, byId, note }) => ({
      step,
      state: stepState,
      at: isoOrNull(at),
      by: at === null ? null : by(byId),
      // A settled step's note is an officer's own words; a souvenir's is the item.
      item: step === "SOUVENIR" && (stepState === "DONE" || stepState === "PROMISED") ? note : null,
    })),
    history: voucher.events.map((event) => ({
      at: iso(event.at),
      by: byWhom(by, event),
      kind: event.kind,
      step: event.step,
    })),
    slips: voucher.printJobs.map(({ createdAt, kind, copy, state: printState }) => ({
      at: iso(createdAt),
      ...{ kind, copy, state: printState },
    })),
    promises: voucher.promises.map(({ souvenir, promisedAt, keptAt, state: promiseState }) => ({
      item: souvenir.name,
      promisedAt: iso(promisedAt),
      keptAt: isoOrNull(keptAt),
      state: promiseState,
    })),
    receipts: voucher.receipts.map((receipt) => ({
      at: iso(receipt.signedAt),
      by: by(receipt.witnessId),
      number: receipt.number,
      state: receipt.state,
      souvenir: receipt.souvenir,
      item: receipt.item,
      signature: receipt.signature === null ? "NONE" : receipt.signature.removedAt ? "REMOVED" : "HELD",
    })),
    call: counterCall && {
      counter: counterCall.counter,
      at: iso(counterCall.calledAt),
      state: counterCall.state,
    },
  };
}

/** Which facts a correction changed, by name; what they were stands nowhere in a record. */
function fieldsIn(data: string): string[] {
  try {
    return (JSON.parse(data) as { readonly field: string }[]).map(({ field }) => field);
  } catch {
    return [];
  }
}

/** A check that was refused would tell that something stood against a voucher: only those that led to it are told. */
const ledOn = (ticket: Evidence, { source, at, byId }: Evidence["decisions"][number]): boolean =>
  source === "OFFICER" ||
  (source === "CONFIRMATION" &&
    (ticket.voucher?.events ?? []).some(
      (event) => event.kind === "CONFIRMED" && event.byId === byId && event.at.getTime() === at.getTime(),
    ));

const LOOKS: Readonly<Record<string, VisitRecord["looks"][number]["what"]>> = {
  "ticket.viewed": "TICKET",
  "voucher.viewed": "VOUCHER",
  "receipt.viewed": "RECEIPT",
  "signature.viewed": "SIGNATURE",
  "applicant.exported": "COPY",
};

function visitRecord(ticket: Evidence, trail: readonly TrailRow[], by: By, days: number): VisitRecord {
  // After a correction of the booking the voucher is somebody else's.
  const voucher = ticket.voucher?.applicantRef === ticket.applicantRef ? ticket.voucher : null;
  const ids = new Set([ticket.id, voucher?.id, ...(voucher?.receipts ?? []).map(({ id }) => id)]);
  const own = trail.filter(({ subjectId }) => subjectId !== null && ids.has(subjectId));
  const told = new Map(
    own
      .filter(({ action }) => action === "booking.checked")
      .map(({ requestId, data }) => [requestId, toldIn(data)]),
  );
  const { serviceDate, queueNumber, applicantName, bookingCode, applicationType } = ticket;
  const { replacementReason, bookingChannel } = ticket;
  return {
    ...{ serviceDate, queueNumber, applicantName, bookingCode },
    ...{ applicationType, replacementReason, bookingChannel },
    numberAt: isoOrNull(ticket.biometricTicketAt),
    calledAt: isoOrNull(ticket.calledAt),
    startedAt: isoOrNull(ticket.biometricStartedAt),
    completedAt: isoOrNull(ticket.completedAt),
    firstReceivedAt: iso(ticket.createdAt),
    checks: ticket.decisions
      .filter(({ source }) => source === "KIOSK")
      .map(({ at, requestId, waitedMs }) => {
        const answer = told.get(requestId) ?? null;
        const waitedMinutes =
          tellsWait(answer) && waitedMs !== null ? Math.floor(waitedMs / MINUTE_MS) : null;
        return { at: iso(at), told: answer, waitedMinutes, clauses: toldClauses(answer) };
      }),
    officerChecks: ticket.decisions
      .filter((decision) => ledOn(ticket, decision))
      .map(({ at, byId }) => ({ at: iso(at), by: by(byId) })),
    decisions: ticket.rulings.map(({ at, kind, byId }) => ({ at: iso(at), by: by(byId), kind })),
    corrections: ticket.alerts.map(({ at, data, resolvedAt }) => ({
      at: iso(at),
      fields: fieldsIn(data),
      resolvedAt: isoOrNull(resolvedAt),
    })),
    hallAlerts: ticket.acknowledgements.map(({ at, level, byId }) => ({
      at: iso(at),
      by: by(byId),
      minutes: level,
    })),
    voucher: voucher && voucherRecord(voucher, by),
    looks: own.flatMap(({ at, action, actorId }) => {
      const what = LOOKS[action];
      return what ? [{ at: iso(at), by: by(actorId), what }] : [];
    }),
    removedFrom: addDays(serviceDate, days + 1),
  };
}

/**
 * Everything that is held of an applicant's visits and may be told to them. The review flag, decisions about it, looks at
 * it and what officers wrote are not even read (UU 27/2022, art. 15); what depends on the flag indirectly is left out for
 * everybody: whether SMART's data were complete, when the source last changed a row, and what officers' checks found.
 */
export async function gatherRecord(
  tickets: readonly Evidence[],
  settings: Pick<OfficeSettings, "name" | "retention">,
  request: { readonly id: string; readonly at: Date },
): Promise<ApplicantRecord> {
  const trail = await trailOf(tickets);
  const ids = tickets.flatMap(({ decisions, rulings, acknowledgements, voucher }) => [
    ...[...decisions, ...rulings, ...acknowledgements].map(({ byId }) => byId),
    ...(voucher ? [...voucher.steps, ...voucher.events].map(({ byId }) => byId) : []),
    ...(voucher?.receipts ?? []).map(({ witnessId }) => witnessId),
  ]);
  const by = await doers([...ids, ...trail.map(({ actorId }) => actorId)]);
  const { days } = settings.retention;
  return {
    format: "janji-applicant-record-1",
    office: settings.name,
    request: request.id,
    madeAt: iso(request.at),
    retentionDays: days,
    visits: tickets.map((ticket) => visitRecord(ticket, trail, by, days)),
  };
}
