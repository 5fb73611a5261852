import { readFileSync } from "node:fs";
import path from "node:path";
import type { ActionResult } from "@/lib/platform/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { newKey } from "./keys";
import type { RunningServer } from "./server";

type Server = Pick<RunningServer, "url">;

interface Manifest {
  readonly node: Readonly<
    Record<string, { readonly exportedName?: string; readonly workers: Readonly<Record<string, unknown>> }>
  >;
}

interface KnownAction {
  readonly id: string;
  /** A page that calls it, such as "/staff/vouchers/x". */
  readonly page: string;
}

const known = new Map<string, KnownAction>();

/** "app/staff/(signed-in)/vouchers/[id]/page" is served under /staff/vouchers/x. */
const pathOf = (worker: string) =>
  worker.replace(/^app|\/\([^/]+\)|\/(page|route)$/g, "").replace(/\[[^\]]+\]/g, "x") || "/";

/** The server actions of the production build, by name. */
export function knownActions(): ReadonlyMap<string, KnownAction> {
  if (known.size === 0) {
    const dist = path.resolve(import.meta.dirname, "../..", process.env.JANJI_DIST_DIR ?? ".next");
    const file = path.join(dist, "server/server-reference-manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    for (const [id, { exportedName, workers }] of Object.entries(manifest.node)) {
      const page = Object.keys(workers).find((worker) => worker.endsWith("/page"));
      if (exportedName && page) known.set(exportedName, { id, page: pathOf(page) });
    }
  }
  return known;
}

function actionId(name: string): string {
  const id = knownActions().get(name)?.id;
  if (!id) throw new Error(`The build has no server action ${name}`);
  return id;
}

/** A browser without its screen: keeps cookies, and says as a browser does where its requests come from. */
export class ActionClient {
  readonly #cookies = new Map<string, string>();

  /** @param claims further headers that this client sends with everything, true or not */
  constructor(
    private readonly home: Server,
    private readonly claims: () => Readonly<Record<string, string>> = () => ({}),
  ) {}

  #keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) this.#cookies.set(name, value ?? "");
    }
  }

  /** What this browser sends as its Cookie header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #headers(server: Server): Record<string, string> {
    const { cookie } = this;
    return { ...this.claims(), origin: server.url, ...(cookie ? { cookie } : {}) };
  }

  /** Any request of this client to its own server; a redirect is answered as it is. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.#headers(this.home), ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.home.url}${path}`, { redirect: "manual", ...init, headers });
  }

  /** Calls a server action as its page would; `server` is another process of the same office, where given. */
  async act<T>(
    page: string,
    name: string,
    input?: unknown,
    server: Server = this.home,
  ): Promise<ActionResult<T>> {
    const response = await fetch(`${server.url}${page}`, {
      method: "POST",
      redirect: "manual",
      headers: {
        ...this.#headers(server),
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        "next-action": actionId(name),
      },
      body: JSON.stringify(input === undefined ? [] : [input]),
    });
    this.#keep(response);
    const text = await response.text();
    if (response.headers.has("x-action-redirect")) return { ok: true, value: undefined as T };
    const [, answer] = /^1:(\{"ok".*\})$/m.exec(text) ?? [];
    if (!answer) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(answer) as ActionResult<T>;
  }

  /** Becomes a kiosk of the demo office. */
  async enrol(): Promise<this> {
    const enrolled = await this.act("/kiosk", "enrolDemoKioskAction");
    if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.code}`);
    return this;
  }

  async signIn(username: string, password: string): Promise<this> {
    const signedIn = await this.act("/staff/sign-in", "signInAction", { username, password });
    if (!signedIn.ok) throw new Error(`Not signed in: ${signedIn.code}`);
    return this;
  }

  /** A kiosk's question by the route that repeats it after a lost answer. */
  async check(
    payload: string,
    key = newKey(),
    server: Server = this.home,
  ): Promise<ActionResult<KioskAnswer>> {
    const response = await fetch(`${server.url}/kiosk/check`, {
      method: "POST",
      headers: { ...this.#headers(server), "content-type": "application/json" },
      body: JSON.stringify({ payload, key }),
    });
    return (await response.json()) as ActionResult<KioskAnswer>;
  }
}
