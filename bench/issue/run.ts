/**
 * `npm run bench:issue [-- --count 400] [--database sqlite|postgres] [--write]`
 * The speed of issuing a voucher through the product's own use case (a kiosk's check that ends ELIGIBLE, in-process), as
 * a ratio to writing the very same rows raw: better-sqlite3 with prepared statements in one durable transaction, or pg.
 * Product and raw in turn, each on a database of its own on the same disk.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/lib/platform/database";
import { checkBooking } from "@/lib/vouchers/check-booking";
import { applicant, benchedOffice, booking, DAY, deliver, type Kind } from "../support/office";
import { keepResults, type Line } from "../support/results";
import { machine, median, processorTime, quantile, ratioOf, shown, timed } from "../support/rounds";
import { rawDatabase, type RawDatabase, type Row, type Written } from "./raw";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "400" },
    database: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const count = Number(values.count);
const WARM_UP = 60;
const GOALS: Readonly<Record<Kind, number>> = { sqlite: 0.35, postgres: 0.6 };

async function issue(number: number, key: string, requestId: string): Promise<void> {
  const call = { kiosk: { id: "kiosk-1" }, requestId };
  const answer = await checkBooking(call, { payload: booking(number), key });
  if (!answer.ok || answer.value.outcome !== "ELIGIBLE" || !answer.value.fresh)
    throw new Error(JSON.stringify(answer));
}

/** All that an issue wrote, read back from the product's database. */
async function writtenBy(look: RawDatabase, key: string, requestId: string): Promise<[Row, Written]> {
  const [voucher] = await look.all(
    `SELECT * FROM "vouchers" WHERE "id" = (SELECT "voucherId" FROM "decision_records" WHERE "requestId" = ?)`,
    requestId,
  );
  if (!voucher) throw new Error("The issue left no voucher");
  const of = (table: string, column: string, value: string) =>
    look.all(`SELECT * FROM "${table}" WHERE "${column}" = ?`, value);
  const id = String(voucher.id);
  return [
    voucher,
    new Map([
      ["vouchers", [voucher]],
      ["voucher_steps", await of("voucher_steps", "voucherId", id)],
      ["voucher_events", await of("voucher_events", "voucherId", id)],
      ["decision_records", await of("decision_records", "requestId", requestId)],
      ["print_jobs", await of("print_jobs", "voucherId", id)],
      ["request_keys", await of("request_keys", "key", key)],
      [
        "audit_events",
        await look.all(`SELECT * FROM "audit_events" WHERE "requestId" = ? ORDER BY "seq"`, requestId),
      ],
    ]),
  ];
}

async function measure(kind: Kind): Promise<Line[]> {
  const office = await benchedOffice(kind);
  try {
    await deliver(Array.from({ length: WARM_UP + count }, (_, number) => applicant(number, "eligible")));
    await closeDatabase();
    const raw = await rawDatabase(kind, await office.copy());
    const look = await rawDatabase(kind, office.url);
    const times = { product: [] as number[], raw: [] as number[] };
    const work = { product: 0, raw: 0 };
    let rows = 0;
    for (let number = 0; number < WARM_UP + count; number += 1) {
      const [key, requestId] = [randomUUID(), randomUUID()];
      let [product, plain] = [0, 0];
      const productWork = await processorTime(async () => {
        product = await timed(() => issue(number, key, requestId));
      });
      const [voucher, written] = await writtenBy(look, key, requestId);
      rows = [...written.values()].flat().length;
      const change = { ticketId: String(voucher.ticketId), serviceDate: DAY };
      const plainWork = await processorTime(async () => {
        plain = await timed(() => raw.write(change, written));
      });
      if (number < WARM_UP) continue;
      work.product += productWork / count;
      work.raw += plainWork / count;
      times.product.push(product);
      times.raw.push(plain);
    }
    await raw.close();
    await look.close();
    const ratio = ratioOf(times.raw, times.product);
    const ms = (list: readonly number[]) => `${median(list).toFixed(2)} / ${quantile(list, 0.95).toFixed(2)}`;
    console.log(
      `${kind}: ${shown(ratio)} of raw (goal ${GOALS[kind]}); ${rows} rows and 2 changed ones; ` +
        `ms, median / 95 %: raw ${ms(times.raw)}, product ${ms(times.product)}; ` +
        `processor time of this process, ms: raw ${work.raw.toFixed(2)}, product ${work.product.toFixed(2)}; ${machine()}`,
    );
    return [
      {
        subject: `voucher issue, ${kind === "sqlite" ? "SQLite" : "PostgreSQL"}`,
        baseline: "the same rows written raw in one durable transaction, speed",
        ...ratio,
        goal: { atLeast: GOALS[kind] },
        note: `ms, median / 95 %: raw ${ms(times.raw)}, product ${ms(times.product)}`,
      },
    ];
  } finally {
    await office.close();
  }
}

const lines: Line[] = [];
for (const kind of ["sqlite", "postgres"] as const)
  if (!values.database || values.database === kind) lines.push(...(await measure(kind)));
if (values.write) keepResults("issue", lines);
process.exit();
