import { AUDITED } from "../simulation/invariants";
import type { Book } from "./book";
import { foundOf, marksOf } from "./marks";
import type { Asked } from "./log";

/** Keys live for a minute; what is younger than this must be known by its key, and may be asked again under it. */
const YOUNG_MS = 45_000;

/** @param at when, ms of this process's monotonic clock */
export const isYoung = ({ sentAt }: Asked, at: number): boolean => at - sentAt < YOUNG_MS;

interface Told {
  readonly outcome?: string;
  readonly number?: string;
  readonly printJobId?: string | null;
  readonly slip?: { readonly number: string };
  readonly requestId?: string;
  readonly results?: readonly { readonly result: string }[];
}

/** Where an answer says another number than the database. */
function* numbersTold(book: Book, { deed, answer }: Asked): Generator<string> {
  const told = (answer?.value ?? {}) as Told;
  if (deed.do === "scan") {
    const [ticket] = book.where("tickets", { sourceTicketId: deed.ticket });
    const [voucher] = book.where("vouchers", { ticketId: ticket?.id ?? "" });
    if (told.outcome === "ELIGIBLE" && told.slip?.number !== voucher?.number)
      yield `a slip says ${told.slip?.number}, the database ${voucher?.number ?? "nothing"}`;
  }
  if (deed.do === "grant") {
    const [voucher] = book.where("vouchers", { ticketId: deed.ticketId });
    if (told.number !== voucher?.number)
      yield `granted was ${told.number}, the database has ${voucher?.number}`;
  }
  if (deed.do === "deliver") {
    const written = told.results?.some(({ result }) => result === "CREATED") ?? false;
    const rows = book.count("audit_events", {
      requestId: told.requestId ?? "",
      action: "tickets.ingested",
    });
    if (rows !== (written ? 1 : 0)) yield `a delivery with ${rows} rows in the trail`;
  }
}

/**
 * Holds the clients' log against the database, request by request: what was acknowledged is there whole and once, with
 * the number that was told; what was refused left nothing; what was never answered is there whole or not at all.
 */
export function* requestsIn(book: Book, asked: readonly Asked[]): Generator<string> {
  for (const one of asked) {
    const marks = marksOf(book, one);
    const found = foundOf(marks, isYoung(one, book.readAt));
    const said = one.answer ? (one.answer.ok ? "acknowledged" : `refused ${one.answer.code}`) : "unanswered";
    const due = one.answer && (one.answer.ok ? "WHOLE" : "NOTHING");
    if (found === "BROKEN" || (due && found !== due))
      yield `${one.deed.do} ${one.id}, ${said}, left ${JSON.stringify(marks)}`;
    else if (one.answer?.ok) yield* numbersTold(book, one);
  }
}

function* numbersOf(book: Book): Generator<string> {
  const dates = new Set(book.all("vouchers").map(({ serviceDate }) => serviceDate));
  for (const serviceDate of dates) {
    const series = book.where("vouchers", { serviceDate });
    const wrong = series.find(
      ({ seq, number }, index) =>
        Number(seq) !== index + 1 || !number?.endsWith(`-${String(index + 1).padStart(3, "0")}`),
    );
    if (wrong) yield `${serviceDate}: ${wrong.number} stands at a wrong place`;
    const [counter] = book.where("day_counters", { serviceDate });
    if (Number(counter?.lastNumber ?? 0) !== series.length)
      yield `${serviceDate}: the counter stands at ${counter?.lastNumber}, ${series.length} were issued`;
    if (new Set(series.map(({ applicantRef }) => applicantRef)).size !== series.length)
      yield `${serviceDate}: two vouchers for one applicant`;
  }
}

function* vouchersOf(book: Book): Generator<string> {
  for (const { id, number, origin, kioskId } of book.all("vouchers")) {
    const voucherId = id ?? "";
    const steps = book.where("voucher_steps", { voucherId });
    if (steps.length !== 3) yield `${number}: ${steps.length} steps`;
    const kind = origin === "KIOSK" ? "ISSUED" : "GRANTED";
    if (book.count("voucher_events", { voucherId, kind }) !== 1) yield `${number}: not ${kind} once`;
    const ground =
      origin === "KIOSK"
        ? book.count("decision_records", { voucherId, source: "KIOSK", kioskId, outcome: "ELIGIBLE" })
        : book.count("decision_records", { voucherId, source: "OFFICER" });
    if (ground < 1) yield `${number}: no decision behind it`;
    const slips = book.count("print_jobs", { voucherId, kind: "VOUCHER", kioskId });
    if (origin === "KIOSK" && slips !== 1) yield `${number}: ${slips} slips`;
    for (const [event, action] of Object.entries(AUDITED)) {
      const told = book.count("voucher_events", { voucherId, kind: event });
      const audited = book.count("audit_events", { subjectId: voucherId, action });
      if (told !== audited) yield `${number}: ${told} times ${event}, ${audited} audit rows`;
    }
    const done = steps.filter(({ state }) => state === "DONE").length;
    const recorded = book.count("voucher_events", { voucherId, kind: "STEP_DONE" });
    if (done !== recorded) yield `${number}: ${done} steps done, ${recorded} recorded`;
  }
}

function* stockOf(book: Book): Generator<string> {
  for (const { id, stock } of book.all("souvenirs")) {
    const moves = book.where("souvenir_movements", { souvenirId: id });
    const sum = moves.reduce((total, { change }) => total + Number(change), 0);
    if (Number(stock) < 0 || Number(stock) !== sum) yield `a stock of ${stock}, moved by ${sum}`;
  }
  for (const [kind, action] of [
    ["DELIVERED", "souvenir.delivered"],
    ["HANDED_OUT", "souvenir.handed-out"],
  ] as const) {
    const [moved, audited] = [
      book.count("souvenir_movements", { kind }),
      book.count("audit_events", { action }),
    ];
    if (moved !== audited) yield `${moved} times ${kind}, ${audited} audit rows`;
  }
}

/** What must hold of the database by itself, whoever asked for what. */
export function* soundness(book: Book): Generator<string> {
  yield* numbersOf(book);
  yield* vouchersOf(book);
  yield* stockOf(book);
  const gap = book.all("audit_events").find(({ seq }, index) => Number(seq) !== index + 1);
  if (gap) yield `row ${gap.seq} of the trail stands at a wrong place`;
}

/**
 * What must hold of all requests together: nothing is there that nobody asked for, and nothing twice. What took effect
 * is known by its marks, also where nobody ever heard of it.
 */
export function* balance(book: Book, asked: readonly Asked[], shelf: { id: string; first: number }) {
  const deeds = asked.filter((one) => foundOf(marksOf(book, one), false) === "WHOLE").map(({ deed }) => deed);
  const deliveries = deeds.filter((deed) => deed.do === "deliver");
  const ingested = book.where("audit_events", { action: "tickets.ingested", actorKind: "FEED" });
  if (ingested.length !== deliveries.length)
    yield `${deliveries.length} deliveries, ${ingested.length} in the trail`;
  const created = ingested.reduce(
    (sum, { data }) => sum + (JSON.parse(data ?? "{}") as { created: number }).created,
    0,
  );
  const sent = deliveries.reduce((sum, { tickets }) => sum + tickets.length, 0);
  if (created !== sent) yield `${sent} tickets sent, ${created} taken in`;

  const scans = asked.flatMap(({ deed }) => (deed.do === "scan" ? [deed] : []));
  const kiosks = new Set(scans.map(({ kioskId }) => kioskId));
  const scanned = new Set(scans.map(({ kioskId, ticket }) => `${kioskId} ${ticket}`));
  for (const { number, kioskId, ticketId } of book.all("vouchers")) {
    if (!kiosks.has(kioskId ?? "")) continue;
    const [ticket] = book.where("tickets", { id: ticketId });
    if (!scanned.has(`${kioskId} ${ticket?.sourceTicketId}`)) yield `${number}: nobody asked for it`;
  }

  const moved = deeds.reduce((sum, deed) => {
    if (deed.do === "stock") return sum + deed.pieces;
    return deed.do === "step" && deed.step === "SOUVENIR" ? sum - 1 : sum;
  }, shelf.first);
  const [item] = book.where("souvenirs", { id: shelf.id });
  if (Number(item?.stock) !== moved) yield `a stock of ${item?.stock}, the log says ${moved}`;
}
