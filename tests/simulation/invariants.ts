import { verifyChain } from "@/lib/audit/verify-chain";
import { reader } from "@/lib/platform/database";
import type { Place } from "./belief";
import { readBook, type Book, type VoucherRow } from "./book";
import { papersOf } from "./papers";
import type { Office, Outcome } from "./steps";

/** Each kind of a voucher's history with the audit action that must stand beside every one of it. */
export const AUDITED: Readonly<Record<string, string>> = {
  ISSUED: "voucher.issued",
  GRANTED: "voucher.granted",
  CONFIRMED: "voucher.confirmed",
  COMPLETED: "voucher.completed",
  STEP_DONE: "voucher.step-done",
  STEP_SETTLED: "voucher.step-settled",
  STEP_PROMISED: "voucher.step-promised",
  STEP_UNDONE: "voucher.step-undone",
  WITHHELD: "voucher.withheld",
  REOPENED: "voucher.reopened",
  LAPSED: "voucher.lapsed",
};

const count = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length;

function* stepsOf({ number, state, steps, events }: VoucherRow): Generator<string> {
  for (const { step, state: result } of steps) {
    const recorded = count(
      events,
      (event) => event.step === step && /^STEP_(DONE|SETTLED|PROMISED)$/.test(event.kind),
    );
    const undone = count(events, (event) => event.step === step && event.kind === "STEP_UNDONE");
    if (recorded - undone !== (result === "OPEN" ? 0 : 1))
      yield `${number}: ${step} ${result}, recorded ${recorded} and undone ${undone} times`;
  }
  if (steps.length !== 3) yield `${number}: ${steps.length} steps`;
  const given = count(steps, (step) => step.state !== "OPEN");
  if ((state === "COMPLETED") !== (given === 3)) yield `${number}: ${state} with ${given} steps`;
  if (given > 0 && !["CONFIRMED", "COMPLETED"].includes(state))
    yield `${number}: ${state} with steps recorded`;
  if (count(events, ({ kind }) => kind === "CONFIRMED") > 1) yield `${number}: confirmed twice`;
  if (count(events, ({ kind }) => kind === "LAPSED") > 1) yield `${number}: lapsed twice`;
}

function* souvenirOf({ number, steps, souvenirs, promises }: VoucherRow): Generator<string> {
  const undone = new Set(souvenirs.map(({ undoesId }) => undoesId));
  const held = count(
    souvenirs,
    ({ id, kind, promiseId }) => kind === "HANDED_OUT" && promiseId === null && !undone.has(id),
  );
  const open = count(promises, ({ state }) => state !== "CANCELLED");
  const step = steps.find((one) => one.step === "SOUVENIR")?.state;
  if (held !== (step === "DONE" ? 1 : 0)) yield `${number}: souvenir ${step}, ${held} handed out`;
  if (open !== (step === "PROMISED" ? 1 : 0)) yield `${number}: souvenir ${step}, ${open} promised`;
}

function* evidenceOf(voucher: VoucherRow, actions: readonly string[]): Generator<string> {
  const { number, origin, events, decisions, printJobs } = voucher;
  const [source, outcome] = origin === "KIOSK" ? ["KIOSK", "ELIGIBLE"] : ["OFFICER", null];
  const grounds = count(decisions, (one) => one.source === source && (!outcome || one.outcome === outcome));
  if (grounds === 0) yield `${number}: no decision behind it`;
  if (count(events, ({ kind }) => kind === "ISSUED" || kind === "GRANTED") !== 1)
    yield `${number}: not issued once`;
  if (origin === "KIOSK" && count(printJobs, ({ kind }) => kind === "VOUCHER") !== 1)
    yield `${number}: ${printJobs.length} slips`;
  for (const [kind, action] of Object.entries(AUDITED)) {
    const [told, audited] = [
      count(events, (event) => event.kind === kind),
      count(actions, (one) => one === action),
    ];
    if (told !== audited) yield `${number}: ${told} times ${kind}, ${audited} audit rows`;
  }
}

function* numbersOf(
  vouchers: readonly VoucherRow[],
  lastNumber: (date: string) => number,
): Generator<string> {
  const dates = new Set(vouchers.map(({ serviceDate }) => serviceDate));
  for (const date of dates) {
    const series = vouchers.filter(({ serviceDate }) => serviceDate === date);
    const numbers = series.map(({ number }) => number).join(" ");
    const wanted = series.map((_, index) => `K-${String(index + 1).padStart(3, "0")}`).join(" ");
    if (numbers !== wanted) yield `${date}: numbers ${numbers}`;
    if (lastNumber(date) !== series.length) yield `${date}: the counter stands at ${lastNumber(date)}`;
    const applicants = new Set(series.map(({ applicantRef }) => applicantRef));
    if (applicants.size !== series.length) yield `${date}: two vouchers for one applicant`;
    if (series.some(({ issuedAt }, index) => issuedAt < (series[index - 1]?.issuedAt ?? issuedAt)))
      yield `${date}: numbers out of the order of issue`;
  }
}

/** One effect a key: of all requests that were sent under it, one at most may have left its mark in the trail. */
async function* oneEffect(outcomes: readonly Outcome[]): AsyncGenerator<string> {
  const keyed = outcomes.filter(({ act }) => !["deliver", "lapse", "restart"].includes(act.do));
  const all = keyed.flatMap(({ requestIds }) => requestIds);
  const rows = await reader().auditEvent.findMany({
    where: { requestId: { in: all }, NOT: { action: { endsWith: ".viewed" } } },
    select: { requestId: true },
  });
  const marked = new Set(rows.map(({ requestId }) => requestId));
  for (const { act, requestIds, commits } of keyed) {
    const effects = count(requestIds, (id) => marked.has(id));
    if (effects > 1) yield `${act.do}: one key, ${effects} effects`;
    if (effects > commits) yield `${act.do}: an effect without a commit`;
  }
}

async function* stockOf({ souvenirId }: Office): AsyncGenerator<string> {
  const item = await reader().souvenir.findUniqueOrThrow({ where: { id: souvenirId } });
  const { _sum } = await reader().souvenirMovement.aggregate({
    where: { souvenirId },
    _sum: { change: true },
  });
  if (item.stock < 0) yield `a stock of ${item.stock}`;
  if (item.stock !== (_sum.change ?? 0)) yield `a stock of ${item.stock}, moved by ${_sum.change}`;
}

/** What must hold after every moment. */
export async function* invariants(
  office: Office,
  book: Book,
  outcomes: readonly Outcome[],
): AsyncGenerator<string> {
  const { vouchers } = book;
  const trail = await reader().auditEvent.findMany({
    where: { subjectKind: "voucher", subjectId: { in: vouchers.map(({ id }) => id) } },
    select: { subjectId: true, action: true },
  });
  const dates = [...new Set(vouchers.map(({ serviceDate }) => serviceDate))];
  const counters = await reader().dayCounter.findMany({ where: { serviceDate: { in: dates } } });
  yield* numbersOf(vouchers, (date) => counters.find((one) => one.serviceDate === date)?.lastNumber ?? 0);
  for (const voucher of vouchers) {
    yield* stepsOf(voucher);
    yield* souvenirOf(voucher);
    yield* evidenceOf(
      voucher,
      trail.filter(({ subjectId }) => subjectId === voucher.id).map(({ action }) => action),
    );
  }
  yield* papersOf(vouchers);
  yield* oneEffect(outcomes);
  yield* stockOf(office);
}

/** What must hold when a day is over and its night's work done; `today` is the date that has begun. */
export async function* eveningInvariants(place: Place, today: string): AsyncGenerator<string> {
  const { finding } = await verifyChain();
  if (finding) yield `the chain: ${JSON.stringify(finding)}`;
  const { vouchers } = await readBook(place);
  for (const { number, state, serviceDate } of vouchers)
    if (state === "ISSUED" && serviceDate < today) yield `${number}: not confirmed, and not lapsed`;
}
