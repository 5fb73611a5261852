import type { SharedDatabase } from "../support/shared-database";

interface Columns {
  vouchers:
    "id" | "number" | "seq" | "serviceDate" | "ticketId" | "kioskId" | "origin" | "state" | "applicantRef";
  voucher_steps: "voucherId" | "step" | "state" | "byId";
  voucher_events: "voucherId" | "kind" | "step" | "byId";
  decision_records: "ticketId" | "voucherId" | "kioskId" | "source" | "outcome" | "requestId";
  print_jobs: "voucherId" | "kind" | "kioskId";
  tickets: "id" | "sourceTicketId";
  rulings: "ticketId" | "voucherId" | "kind" | "byId";
  outages: "id";
  outage_events: "id" | "outageId" | "byId";
  souvenirs: "id" | "stock";
  souvenir_movements: "souvenirId" | "kind" | "change" | "voucherId" | "byId" | "reason";
  day_counters: "serviceDate" | "lastNumber";
  request_keys: "key";
  audit_events: "seq" | "actorKind" | "actorId" | "action" | "subjectId" | "data" | "requestId";
}

type Table = keyof Columns;

const COLUMNS: { readonly [T in Table]: readonly Columns[T][] } = {
  vouchers: ["id", "number", "seq", "serviceDate", "ticketId", "kioskId", "origin", "state", "applicantRef"],
  voucher_steps: ["voucherId", "step", "state", "byId"],
  voucher_events: ["voucherId", "kind", "step", "byId"],
  decision_records: ["ticketId", "voucherId", "kioskId", "source", "outcome", "requestId"],
  print_jobs: ["voucherId", "kind", "kioskId"],
  tickets: ["id", "sourceTicketId"],
  rulings: ["ticketId", "voucherId", "kind", "byId"],
  outages: ["id"],
  outage_events: ["id", "outageId", "byId"],
  souvenirs: ["id", "stock"],
  souvenir_movements: ["souvenirId", "kind", "change", "voucherId", "byId", "reason"],
  day_counters: ["serviceDate", "lastNumber"],
  request_keys: ["key"],
  audit_events: ["seq", "actorKind", "actorId", "action", "subjectId", "data", "requestId"],
};

type Row<T extends Table> = Readonly<Record<Columns[T], string | null>>;

/** What the database holds, read from outside of the product and found by any column; every value as text. */
export class Book {
  readonly #indexes = new Map<string, Map<string, unknown[]>>();

  private constructor(
    private readonly tables: { readonly [T in Table]: readonly Row<T>[] },
    /** When it was read to its end, ms of this process's monotonic clock. */
    readonly readAt: number,
  ) {}

  static async read(database: SharedDatabase): Promise<Book> {
    const text = (value: string | number | null) => (value === null ? null : String(value));
    const tables: Partial<Record<Table, object[]>> = {};
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const list = columns.map((column) => `"${column}"`).join(", ");
      const order = table === "audit_events" || table === "vouchers" ? ` ORDER BY "seq"` : "";
      const rows = await database.rows<Record<string, string | number | null>>(
        `SELECT ${list} FROM "${table}"${order}`,
      );
      tables[table as Table] = rows.map((row) =>
        Object.fromEntries(columns.map((column) => [column, text(row[column] ?? null)])),
      );
    }
    return new Book(tables as unknown as { readonly [T in Table]: readonly Row<T>[] }, performance.now());
  }

  all<T extends Table>(table: T): readonly Row<T>[] {
    return this.tables[table];
  }

  /** The rows of a table in which every one of these columns has this value. */
  where<T extends Table>(table: T, wanted: Partial<Row<T>>): readonly Row<T>[] {
    const [[column, value] = ["", null], ...others] = Object.entries(wanted) as [Columns[T], string | null][];
    const name = `${table}.${column}`;
    let index = this.#indexes.get(name);
    if (!index) {
      index = new Map<string, unknown[]>();
      for (const row of this.all(table)) {
        const key = String(row[column as Columns[T]]);
        const list = index.get(key);
        if (list) list.push(row);
        else index.set(key, [row]);
      }
      this.#indexes.set(name, index);
    }
    const found = (index.get(String(value)) ?? []) as Row<T>[];
    return found.filter((row) => others.every(([other, expected]) => row[other] === expected));
  }

  count<T extends Table>(table: T, wanted: Partial<Row<T>>): number {
    return this.where(table, wanted).length;
  }
}
