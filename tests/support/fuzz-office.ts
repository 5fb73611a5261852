import path from "node:path";
import Database from "better-sqlite3";
import { RIGHTS, ROLES } from "@/lib/access/rights";
import type { Role } from "@/lib/access/types";
import { ActionClient, knownActions } from "./action-client";
import { DEMO_PASSWORDS } from "./demo-people";
import type { Need } from "./doors";
import { INSIDES } from "./fuzz";
import { startServer, type RunningServer } from "./server";

const PEOPLE: Readonly<Record<Role, keyof typeof DEMO_PASSWORDS>> = {
  officer: "petugas",
  supervisor: "penyelia",
  head: "kepala",
  administrator: "admin",
};

/** Things of the office that an input may name; not its accounts, which the tests themselves ask with. */
const NAMED = ["tickets", "vouchers", "kiosks", "printers", "souvenirs", "souvenir_promises", "receipts"];
const MORE = ["print_jobs", "alerts", "outages", "officer_calls", "account_reports"];

/** A text that a sender puts into everything, and that neither an answer nor the log may repeat. */
export const MARK = "Rahasia Sekali";

type Visitor = Role | "nobody" | "kiosk";

/** A demo office with a visitor of every kind, who ask it for anything, and a list of what was wrong with the answers. */
export class FuzzOffice {
  readonly #clients = new Map<Visitor, ActionClient>();
  /** One line a door and kind: a run goes on to its end and tells all that it found. */
  readonly #wrong = new Map<string, string>();

  private constructor(
    readonly server: RunningServer,
    private readonly db: Database.Database,
    /** Of what the office has, for inputs that name it. */
    readonly ids: readonly string[],
  ) {}

  static async open(): Promise<FuzzOffice> {
    const server = await startServer({ env: { JANJI_TRUST_PROXY: "1" } });
    try {
      const db = new Database(path.join(server.dataDir, "janji.db"), { readonly: true });
      const ids = [...NAMED, ...MORE].flatMap(
        (table) => db.prepare(`SELECT id FROM ${table} LIMIT 8`).pluck().all() as string[],
      );
      const office = new FuzzOffice(server, db, ids);
      await office.#admit();
      return office;
    } catch (fault) {
      await server.stop();
      throw fault;
    }
  }

  async #admit(): Promise<void> {
    // Another device with each request: what is tried here is not the limit of one.
    let devices = 0;
    const claims = () => {
      devices += 1;
      return { "x-forwarded-for": `10.${(devices >> 16) & 255}.${(devices >> 8) & 255}.${devices & 255}` };
    };
    for (const role of ROLES) {
      const client = new ActionClient(this.server, claims);
      this.#clients.set(role, await client.signIn(PEOPLE[role], DEMO_PASSWORDS[PEOPLE[role]]));
    }
    this.#clients.set("nobody", new ActionClient(this.server, claims));
    this.#clients.set("kiosk", await new ActionClient(this.server, claims).enrol());
  }

  async close(): Promise<void> {
    this.db.close();
    await this.server.stop();
  }

  client(who: Visitor): ActionClient {
    const client = this.#clients.get(who);
    if (!client) throw new Error(`${who} has no browser`);
    return client;
  }

  /** Somebody whom a door opens for. */
  visitorFor(need: Need): ActionClient {
    if (need === "kiosk") return this.client("kiosk");
    if (need === "nothing" || need === "feed") return this.client("nobody");
    return this.client(need === "signed in" ? "officer" : (RIGHTS[need][0] ?? "head"));
  }

  /** How often people and kiosks have written: the demo's own feed goes on meanwhile. */
  writings(): number {
    const sql = `SELECT COUNT(*) FROM audit_events WHERE "actorKind" IN ('OFFICER', 'KIOSK')`;
    return this.db.prepare(sql).pluck().get() as number;
  }

  note(door: string, kind: string, sent: string): void {
    const what = `${door}: ${kind}`;
    if (!this.#wrong.has(what)) this.#wrong.set(what, sent.slice(0, 400));
  }

  /** What was wrong since this was last asked. */
  found(): string[] {
    const lines = [...this.#wrong].map(([what, sent]) => `${what} for ${sent}`);
    this.#wrong.clear();
    return lines;
  }

  /** Reads an answer and notes what none may be: a fault, an echo, a look inside. */
  async read(response: Response, door: string, sent: string): Promise<string> {
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/event-stream")) {
      await response.body?.cancel();
      return "";
    }
    const text = await response.text();
    if (response.status >= 500) this.note(door, `status ${response.status}`, sent);
    if (text.includes('"code":"FAULT"')) this.note(door, "a fault", sent);
    if (!type.includes("html") && INSIDES.test(text)) this.note(door, "tells of its inside", sent);
    if (text.includes(MARK)) this.note(door, "repeats what was sent", sent);
    return text;
  }

  /** Calls a server action with any body at all; what it was answered: a code, "OK", or a status. */
  async call(client: ActionClient, name: string, body: string | Uint8Array): Promise<string> {
    const known = knownActions().get(name);
    const response = await client.fetch(known?.page ?? "/", {
      method: "POST",
      headers: {
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        "next-action": known?.id ?? "",
      },
      body: typeof body === "string" ? body : Buffer.from(body),
    });
    const text = await this.read(response, name, Buffer.from(body).toString());
    return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? (response.ok ? "OK" : String(response.status));
  }
}

/** As a page would write an action's input: React's own references are written with a second sign. */
export const asArgument = (input: unknown): string =>
  JSON.stringify([input], (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("$") ? `$${value}` : value,
  );
