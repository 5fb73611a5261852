import Database from "better-sqlite3";
import pg from "pg";
import { booking, DAY, type BenchedOffice } from "../support/office";

type Rows = Record<string, Record<string, string | number | boolean | null>[]>;

/** Tickets of one past day, and how many of them were given a voucher. */
const A_DAY = 140;
const VOUCHER_EVERY = 20;
const BATCH = 2_000;
const DAY_MS = 86_400_000;

/** Neither a time nor an id needs to mean anything here: what counts is how many rows there are, and how they spread. */
function rowsOf(
  number: number,
  day: { readonly date: string; readonly place: number },
  auditSeq: number,
): Rows {
  const at = (time: string) => `${day.date}T${time}:00.000+00:00`;
  const code = booking(50_000_000 + number);
  const [id, requestId] = [`h-${String(number).padStart(12, "0")}`, `r-${number}`];
  const queueNumber = `B-${String(day.place + 1).padStart(3, "0")}`;
  const rows: Rows = {
    tickets: [
      {
        ...{ id, sourceTicketId: id, source: "demo", bookingCode: code, bookingLast4: code.slice(-4) },
        ...{ applicantRef: `a-${number}`, queueNumber, serviceDate: day.date },
        ...{ biometricTicketAt: at("01:30"), biometricStartedAt: at("03:00"), completedAt: at("03:20") },
        ...{
          applicationType: "NEW",
          bookingChannel: "M_PASPOR",
          registeredInSmart: true,
          underReview: false,
        },
        ...{ sourceUpdatedAt: at("03:20"), checks: 1, createdAt: at("01:00"), updatedAt: at("03:20") },
      },
    ],
    vouchers: [],
    voucher_steps: [],
    voucher_events: [],
    decision_records: [
      {
        ...{
          id: `d-${number}`,
          at: at("02:30"),
          source: "KIOSK",
          serviceDate: day.date,
          ticketId: id,
          kioskId: "k",
        },
        ...{ outcome: "NOT_YET", waitedMs: 3_600_000 + number, policyVersion: 1, clauses: "{}", facts: "{}" },
        requestId,
      },
    ],
    audit_events: [
      {
        ...{ seq: auditSeq, at: at("02:30"), actorKind: "KIOSK", actorId: "k", action: "booking.checked" },
        ...{ subjectKind: "ticket", subjectId: id, data: "{}", requestId, hash: "0".repeat(64) },
      },
    ],
  };
  if (number % VOUCHER_EVERY === 0) addVoucher(rows, number, id, day, at);
  return rows;
}

function addVoucher(
  rows: Rows,
  number: number,
  ticketId: string,
  day: { readonly date: string; readonly place: number },
  at: (time: string) => string,
): void {
  const id = `v-${String(number).padStart(12, "0")}`;
  const seq = day.place / VOUCHER_EVERY + 1;
  rows.vouchers?.push({
    ...{ id, serviceDate: day.date, seq, number: `K-${String(seq).padStart(3, "0")}`, ticketId },
    ...{ applicantRef: `a-${number}`, origin: "KIOSK", state: "COMPLETED", policyVersion: 1 },
    ...{ legalBasis: "bench", queueNumber: "B-001", bookingLast4: "0000", ticketAt: at("01:30") },
    ...{ issuedAt: at("03:40"), waitedMs: 7_800_000, tokenHash: `t-${number}`, shortCode: `S${number}` },
    ...{ kioskId: "k", completedAt: at("04:00"), updatedAt: at("04:00") },
  });
  for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"])
    rows.voucher_steps?.push({ voucherId: id, step, state: "DONE", at: at("04:00"), byId: "o" });
  for (const kind of ["ISSUED", "CONFIRMED", "STEP"])
    rows.voucher_events?.push({ id: `${id}-${kind}`, voucherId: id, at: at("03:40"), kind });
}

function* batches(from: number, to: number, auditFrom: number): Generator<Rows> {
  for (let start = from; start < to; start += BATCH) {
    const batch: Rows = {};
    for (let number = start; number < Math.min(to, start + BATCH); number += 1) {
      const back = Math.floor(number / A_DAY) + 1;
      const date = new Date(Date.parse(`${DAY}T00:00:00Z`) - back * DAY_MS).toISOString().slice(0, 10);
      const place = number % A_DAY;
      const rows = rowsOf(number, { date, place }, auditFrom + number - from);
      for (const [table, list] of Object.entries(rows)) (batch[table] ??= []).push(...list);
    }
    yield batch;
  }
}

function intoSqlite(file: string, to: number): void {
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  const head = db.prepare("SELECT seq FROM audit_head").pluck().get() as number;
  for (const batch of batches(0, to, head + 1))
    db.transaction(() => {
      for (const [table, list] of Object.entries(batch)) {
        const [first] = list;
        if (!first) continue;
        const columns = Object.keys(first);
        const insert = db.prepare(
          `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join()}) VALUES (${columns.map(() => "?").join()})`,
        );
        for (const row of list)
          insert.run(Object.values(row).map((value) => (typeof value === "boolean" ? Number(value) : value)));
      }
    })();
  db.close();
}

async function intoPostgres(url: string, to: number): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    options: "-c timezone=UTC -c synchronous_commit=off",
  });
  await client.connect();
  const { rows: heads } = await client.query<{ seq: number }>("SELECT seq FROM audit_head");
  for (const batch of batches(0, to, Number(heads[0]?.seq) + 1))
    for (const [table, list] of Object.entries(batch)) {
      const [first] = list;
      if (!first) continue;
      const columns = Object.keys(first)
        .map((name) => `"${name}"`)
        .join();
      await client.query(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(list)],
      );
    }
  // As its own housekeeping does, in its own time.
  await client.query("VACUUM ANALYZE");
  await client.end();
}

/** Gives an office a past: so many tickets of the days before, with what checks and vouchers left of them. */
export async function givePast(office: Pick<BenchedOffice, "kind" | "url">, tickets: number): Promise<void> {
  if (office.kind === "sqlite") intoSqlite(office.url.replace("file:", ""), tickets);
  else await intoPostgres(office.url, tickets);
}
