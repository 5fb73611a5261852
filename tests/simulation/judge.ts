import { possibilities, sourceId, type Possibility } from "./belief";
import type { Book, VoucherRow } from "./book";
import { judgePromise, judgeSigning } from "./judge-papers";
import { dateAt, disturbed, isOverPromise, owed, waited } from "./oracle";
import { answered, idsOf, isAlone, OWN_UNDO, vouchersOf, type Scene } from "./scene";
import type { Outcome } from "./steps";
import type { Act } from "./world";

function closed(now: number): boolean {
  return [0, 6].includes(new Date(`${dateAt(now)}T00:00:00Z`).getUTCDay());
}

/** What a kiosk may answer about a booking, given one way in which its facts may have stood. */
function fromFacts(scene: Scene, person: number, one: Possibility): string {
  const { now, bookBefore } = scene;
  const outcome = owed([...one.tickets.values()], one.disruptions, now);
  const todays = [...one.tickets].filter(([, known]) => known.serviceDate === dateAt(now)).map(([id]) => id);
  // A ticket has one voucher ever: one that a correction moved to today is for a person to sort out.
  const older = vouchersOf(scene, bookBefore, person).some(
    ({ ticket, serviceDate }) => serviceDate !== dateAt(now) && todays.includes(ticket.sourceTicketId),
  );
  if (older) return "SEE_OFFICER";
  const held = todays.some((id) => one.withheld.has(id));
  return outcome === "ELIGIBLE" && held ? "SEE_OFFICER" : outcome;
}

const BY_STATE: Readonly<Record<string, string>> = {
  ISSUED: "ELIGIBLE",
  CONFIRMED: "ELIGIBLE",
  COMPLETED: "ALREADY_RECEIVED",
  WITHHELD: "SEE_OFFICER",
  LAPSED: "SEE_OFFICER",
};

function allowedAnswers(scene: Scene, act: Act & { do: "scan" }): Set<string> {
  const { person } = act;
  if (closed(scene.now)) return new Set(["CLOSED"]);
  if (!scene.place.day.people[person]?.booked) return new Set(["UNKNOWN_BOOKING"]);
  const todays = (book: Book) =>
    vouchersOf(scene, book, person).find(({ serviceDate }) => serviceDate === dateAt(scene.now));
  const [before, after] = [todays(scene.bookBefore), todays(scene.bookAfter)];
  const allowed = new Set<string>();
  const state = (voucher: VoucherRow | undefined) => voucher && allowed.add(BY_STATE[voucher.state] ?? "");
  state(before);
  if (!before) for (const one of possibilities(scene, person)) allowed.add(fromFacts(scene, person, one));
  if (!isAlone(scene, act)) {
    state(after);
    // What a tablet did and took back again in between, no book tells: any state may have been seen.
    const touched = scene.acts.some(
      (other) => "person" in other && other.person === person && other.do !== "scan",
    );
    if ((before ?? after) && touched) for (const answer of Object.values(BY_STATE)) allowed.add(answer);
    if (after) allowed.add("ELIGIBLE");
  }
  return allowed;
}

function* judgeScan(scene: Scene, act: Act & { do: "scan" }, { answers }: Outcome) {
  const allowed = allowedAnswers(scene, act);
  for (const answer of answers) {
    const { ok, value } = answered(answer);
    const outcome = ok ? (value as { outcome: string }).outcome : "refused";
    if (!allowed.has(outcome))
      yield `scan of ${act.person}: ${outcome}, owed is ${[...allowed].join(" or ")}`;
  }
}

/** What stands against a confirmation, in one way in which the facts may have stood. */
function obstacles(voucher: VoucherRow, { tickets, disruptions }: Possibility, now: number): string[] {
  if (voucher.serviceDate !== dateAt(now)) return ["OTHER_DAY"];
  if (voucher.origin === "GRANT") return [];
  const found = disturbed(voucher.ticketAt.getTime(), disruptions, now) ? ["OUTAGE"] : [];
  const doubtful = [...tickets].some(
    ([id, { serviceDate, review }]) =>
      (id === voucher.ticket.sourceTicketId || serviceDate === voucher.serviceDate) && review !== false,
  );
  return doubtful ? [...found, "AUTHORISED_OFFICIAL"] : found;
}

const OBSTACLES = ["OUTAGE", "AUTHORISED_OFFICIAL"];

function* judgeConfirming(scene: Scene, act: Act & { do: "tap" | "confirm" }, { answers }: Outcome) {
  const [before] = vouchersOf(scene, scene.bookBefore, act.person);
  const voucher = before ?? vouchersOf(scene, scene.bookAfter, act.person)[0];
  const ways = voucher
    ? possibilities(scene, act.person).map((one) => obstacles(voucher, one, scene.now))
    : [];
  const overruled = act.override && act.by === 2;
  const alone = isAlone(scene, act);
  for (const answer of answers) {
    const { ok, code = "" } = answered(answer);
    const said = `${act.do} for ${act.person}: ${ok ? "done" : code}`;
    if (!voucher) {
      if (code !== "UNKNOWN_VOUCHER") yield `${said}, without a voucher`;
      continue;
    }
    const free = ways.some((way) => way.length === 0 || (overruled && !way.includes("OTHER_DAY")));
    if (ok && (!before || before.state === "ISSUED") && !free)
      yield `${said}, against ${JSON.stringify(ways)}`;
    if (OBSTACLES.includes(code) && !ways.some((way) => way.includes(code)))
      yield `${said}, and nothing of it is true`;
    if (!alone || !before) continue;
    const { state } = before;
    if (ok && (state === "WITHHELD" || state === "LAPSED")) yield `${said}, although ${state}`;
    const today = before.serviceDate === dateAt(scene.now);
    if (ok && !today) yield `${said}, on another day`;
    const open =
      act.do === "confirm"
        ? state === "ISSUED"
        : before.steps.some((step) => step.step === act.step && step.state === "OPEN") &&
          ["ISSUED", "CONFIRMED", "COMPLETED"].includes(state);
    if (ok && !open) yield `${said}, a second time`;
    const clear = state !== "ISSUED" || overruled || ways.every((way) => way.length === 0);
    const shelf = code === "NONE_LEFT" && act.do === "tap" && act.step === "SOUVENIR";
    if (!ok && open && today && clear && !shelf) yield `${said}, and nothing stands against it`;
  }
}

function* judgeUndo(scene: Scene, act: Act & { do: "undo" }, { answers }: Outcome) {
  const [voucher] = vouchersOf(scene, scene.bookBefore, act.person);
  if (!isAlone(scene, act)) return;
  const record = voucher?.steps.find(({ step, state }) => step === act.step && state !== "OPEN");
  const own = record?.byId === scene.office.staff[act.by as 0 | 1 | 2].account.id;
  const soon = record?.at ? scene.now - record.at.getTime() <= OWN_UNDO : false;
  // What was promised and has been handed over since is taken back where it was handed over.
  const handedOver = record?.state === "PROMISED" && voucher?.promises.some(({ state }) => state === "KEPT");
  const may = Boolean(record) && !handedOver && ((own && soon) || act.by === 2);
  for (const answer of answers) {
    const { ok, code = "" } = answered(answer);
    if (ok !== may) yield `undo for ${act.person}: ${ok ? "done" : code}, ${may ? "may" : "may not"} be`;
  }
}

function* judgeGrant(scene: Scene, act: Act & { do: "grant" }, { answers }: Outcome) {
  const id = sourceId(scene.place, act.person, 0);
  const [existing] = vouchersOf(scene, scene.bookBefore, act.person);
  const ways = possibilities(scene, act.person).flatMap(({ tickets }) => tickets.get(id) ?? []);
  const may = ways.some(
    (known) => known.serviceDate === dateAt(scene.now) && isOverPromise(known, scene.now),
  );
  for (const answer of answers) {
    const { ok, code = "" } = answered(answer);
    const said = `grant for ${act.person}: ${ok ? "done" : code}`;
    if (ok && (act.by !== 2 || !may || existing?.serviceDate === dateAt(scene.now)))
      yield `${said}, may not be`;
    if (code === "NOT_OVER_THRESHOLD" && ways.every((known) => isOverPromise(known, scene.now)))
      yield `${said}, and it is over`;
    if (code === "NOT_ALLOWED" && act.by === 2) yield `${said} to a supervisor`;
  }
}

/** Vouchers that came into being in a moment, whoever got the answer: each must have been owed. */
function* judgeIssued(scene: Scene): Generator<string> {
  const known = new Set(scene.bookBefore.vouchers.map(({ id }) => id));
  for (const voucher of scene.bookAfter.vouchers) {
    if (known.has(voucher.id)) continue;
    const person = scene.place.day.people.findIndex((_, index) =>
      idsOf(scene, index).includes(voucher.ticket.sourceTicketId),
    );
    const ways = possibilities(scene, person);
    const fits = ways.some((one) => {
      const facts = one.tickets.get(voucher.ticket.sourceTicketId);
      if (facts?.ticketAt !== voucher.ticketAt.getTime() || waited(facts, scene.now) !== voucher.waitedMs)
        return false;
      return voucher.origin === "GRANT" || fromFacts(scene, person, one) === "ELIGIBLE";
    });
    if (!fits) yield `voucher ${voucher.number} of ${person} was not owed`;
    if (voucher.serviceDate !== dateAt(scene.now)) yield `voucher ${voucher.number} is of another date`;
  }
}

const essence = (answer: unknown) => {
  const { ok, code, value } = answered(answer);
  const body = value as Record<string, unknown> | undefined;
  return JSON.stringify(body && "outcome" in body ? { ...body, serverNow: 0 } : { ok, code });
};

/** What the answers of a moment and its new vouchers contradict of the rules; nothing when all is well. */
export function* judge(scene: Scene, outcomes: readonly Outcome[]): Generator<string> {
  for (const outcome of outcomes) {
    const { act, answers, unexpected } = outcome;
    for (const fault of unexpected) yield `${act.do}: an unexpected fault, ${String(fault)}`;
    if (
      ["scan", "tap", "confirm", "undo", "grant", "keep", "unkeep", "sign"].includes(act.do) &&
      new Set(answers.map(essence)).size > 1
    )
      yield `${act.do}: one key, two answers`;
    if (act.do === "scan") yield* judgeScan(scene, act, outcome);
    if (act.do === "tap" || act.do === "confirm") yield* judgeConfirming(scene, act, outcome);
    if (act.do === "undo") yield* judgeUndo(scene, act, outcome);
    if (act.do === "grant") yield* judgeGrant(scene, act, outcome);
    if (act.do === "keep" || act.do === "unkeep") yield* judgePromise(scene, act, outcome);
    if (act.do === "sign") yield* judgeSigning(scene, act, outcome);
  }
  yield* judgeIssued(scene);
}
