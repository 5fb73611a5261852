import Database from "better-sqlite3";
import pg from "pg";
import type { Environment } from "@/lib/platform/environment";

/** A statement as the driver was given it. */
interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Tables that grow with every day of an office; all others are as long as its settings, devices and people. */
export const GROWING = [
  ...["tickets", "vouchers", "voucher_steps", "voucher_events", "decision_records", "rulings", "print_jobs"],
  ...["request_keys", "audit_events", "receipts", "souvenir_movements", "souvenir_promises", "alerts"],
  ...["hall_acknowledgements", "review_decisions", "counter_calls", "access_requests", "outage_events"],
];

/**
 * Read in the order of an index and left at the first row that will do: the first and the last of all, and the newest of
 * the trail that is no look at a record.
 */
const STOPS_EARLY = [
  /WHERE 1=1 ORDER BY [^()]+ LIMIT \S+ OFFSET/,
  /FROM \S*audit_events\S* WHERE \S+action\S+ NOT IN \([^)]*\) ORDER BY \S+seq\S+ DESC LIMIT/,
];
const stopsEarly = (text: string) => STOPS_EARLY.some((shape) => shape.test(text));

const asked = new Map<string, Asked>();
let listening = false;

/** Listens, in this process from now on, to what both drivers are asked; before the product opens its database. */
export function listenToDrivers(): void {
  if (listening) return;
  listening = true;
  // Prisma's adapters have the drivers' own classes: nothing of the product is replaced.
  const statements = Database.prototype as { prepare: (this: unknown, sql: string) => unknown };
  const prepare = statements.prepare;
  statements.prepare = function (sql) {
    asked.set(sql, { text: sql, values: [] });
    return prepare.call(this, sql);
  };
  const clients = pg.Client.prototype as unknown as { query: (this: unknown, ...call: unknown[]) => unknown };
  const query = clients.query;
  clients.query = function (...call) {
    const [config, given] = call as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof config === "string" ? config : config.text;
    const values = typeof config === "string" ? given : config.values;
    if (text) asked.set(text, { text, values: Array.isArray(values) ? (values as unknown[]) : [] });
    return query.call(this, ...call);
  };
}

/** The statements that read or change rows, each text once, since `listenToDrivers` or the last call. */
export function takeStatements(): Asked[] {
  const taken = [...asked.values()].filter(({ text }) =>
    /^\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b/i.test(text),
  );
  asked.clear();
  return taken;
}

export interface Plan extends Asked {
  /** The database's own words, one line a step. */
  readonly steps: readonly string[];
  /** Growing tables that the statement reads from one end to the other. */
  readonly scanned: readonly string[];
}

function sqlitePlans(file: string, statements: readonly Asked[]): Plan[] {
  const db = new Database(file, { readonly: true });
  try {
    return statements.map((statement) => {
      const places = statement.text.match(/\?/g)?.length ?? 0;
      const rows = db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement.text}`)
        .all(Array.from({ length: places }, () => null));
      const steps = rows.map(({ detail }) => detail);
      const sorted = steps.some((step) => step.startsWith("USE TEMP B-TREE"));
      const scanned = steps.flatMap((step) => {
        if (stopsEarly(statement.text) && !sorted) return [];
        const [, table] = /^SCAN (?:main\.)?`?"?(\w+)/.exec(step) ?? [];
        return table && GROWING.includes(table) ? [table] : [];
      });
      return { ...statement, steps, scanned };
    });
  } finally {
    db.close();
  }
}

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: readonly Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** An index that is read without a condition is read whole. */
const readsAll = (node: Node) =>
  node["Node Type"] === "Seq Scan" || (/^Index/.test(node["Node Type"]) && !node["Index Cond"]);

async function postgresPlans(url: string, statements: readonly Asked[]): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    // A table of a few rows is read whole whatever indexes it has: what counts is whether there is another way.
    await client.query("SET enable_seqscan = off");
    const plans: Plan[] = [];
    for (const { text, values } of statements) {
      const explained = await client.query<{ "QUERY PLAN": { Plan: Node }[] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        [...values],
      );
      const nodes = explained.rows.flatMap((row) =>
        row["QUERY PLAN"].flatMap(({ Plan: plan }) => nodesOf(plan)),
      );
      const steps = nodes.map((node) =>
        [node["Node Type"], node["Relation Name"], node["Index Name"], node["Index Cond"]]
          .filter(Boolean)
          .join(" · "),
      );
      const sorted = nodes.some((node) => node["Node Type"].includes("Sort"));
      const scanned = nodes
        .filter((node) => readsAll(node) && (sorted || !stopsEarly(text)))
        .flatMap((node) => node["Relation Name"] ?? [])
        .filter((table) => GROWING.includes(table));
      plans.push({ text, values, steps, scanned });
    }
    return plans;
  } finally {
    await client.end();
  }
}

/** How a database goes about statements; nothing is run. */
export const plansOf = (target: Environment["database"], statements: readonly Asked[]): Promise<Plan[]> =>
  target.kind === "sqlite"
    ? Promise.resolve(sqlitePlans(target.file, statements))
    : postgresPlans(target.url, statements);
