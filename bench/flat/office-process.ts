// One office of a given size in a process of its own; its parent asks for one piece of work at a time and is told how
// many milliseconds a piece took.
import { randomUUID } from "node:crypto";
import { liveHall } from "@/lib/hall/live-hall";
import { closeDatabase, reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { registerPage } from "@/lib/register/queries";
import { registerCounts } from "@/lib/register/register-counts";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { listenToDrivers, plansOf, takeStatements } from "../../tests/support/query-plans";
import { applicant, benchedOffice, booking, DAY, deliver, type Kind } from "../support/office";
import { givePast } from "./history";
import { PIECES, type Piece } from "./pieces";

const [kind, size, issues] = [process.argv[2] as Kind, Number(process.argv[3]), Number(process.argv[4])];
/** Today looks alike in every office: so many wait for less than two hours. */
const TODAY = 150;

listenToDrivers();
const office = await benchedOffice(kind);
await closeDatabase();
await givePast(office, size);
await deliver(
  Array.from({ length: TODAY + issues }, (_, number) =>
    applicant(number, number < TODAY ? "not yet" : "eligible"),
  ),
);

const account = { id: "account", name: "Contoh", role: "head" } as const;
let [checks, issued] = [0, TODAY];

async function scan(number: number, outcome: string): Promise<void> {
  const call = { kiosk: { id: "kiosk" }, requestId: randomUUID() };
  const answer = await checkBooking(call, { payload: booking(number), key: randomUUID() });
  if (!answer.ok || answer.value.outcome !== outcome) throw new Error(JSON.stringify(answer));
}

const month = { from: `${DAY.slice(0, 7)}-01`, to: DAY };
const query = { state: null, origin: null, outcome: null, ruling: null, officerId: null, after: null };

const WORK: Record<Piece, () => Promise<unknown>> = {
  check: () => scan((checks += 1) % TODAY, "NOT_YET"),
  issue: () => scan((issued += 1) - 1, "ELIGIBLE"),
  // Each check is a change, so the hall is read anew and not told from memory.
  "hall page": () => liveHall({ account }),
  "register page": () =>
    Promise.all([
      registerPage({ account }, { ...query, list: "vouchers", period: { from: DAY, to: DAY } }),
      registerPage({ account }, { ...query, list: "decisions", period: month }),
    ]),
  "register's counts of a day": () => registerCounts({ from: DAY, to: DAY }),
};

async function scans(): Promise<string[]> {
  const plans = await plansOf(environment().database, takeStatements());
  return plans.flatMap(({ scanned, text }) => scanned.map((table) => `${table}: ${text}`));
}

takeStatements();
process.on("message", (piece: Piece | "plans") => {
  void (async () => {
    if (piece === "plans")
      return process.send?.({ scans: await scans(), tickets: await reader().ticket.count() });
    if (piece === "hall page") await WORK.check();
    const begun = performance.now();
    await WORK[piece]();
    process.send?.({ ms: performance.now() - begun });
  })().catch((fault: unknown) => {
    console.error(fault);
    process.exit(1);
  });
});
process.on("disconnect", () => void office.close().then(() => process.exit()));
process.send?.({ ready: PIECES });
