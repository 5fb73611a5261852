import type { Browser, BrowserContext } from "@playwright/test";
import access from "@/messages/id/access.json" with { type: "json" };
import staff from "@/messages/id/staff.json" with { type: "json" };
import { DEMO_PASSWORDS } from "../../tests/support/demo-people";

/** When a client first held each mark, epoch ms. */
export interface HallClient {
  readonly kind: "page" | "browser";
  readonly seen: () => Promise<ReadonlyMap<string, number>>;
  readonly close: () => Promise<void>;
}

/** What use-live.ts waits before and between its refreshes. */
const GATHER_MS = 120;
const SPACING_MS = 700;
const MARK = /X-\d{6}/g;

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

const tablet = (browser: Browser, url: string, storageState?: Session) =>
  browser.newContext({
    baseURL: url,
    viewport: { width: 1180, height: 820 },
    ...(storageState ? { storageState } : {}),
  });

/** A signed-in session; it serves every client, also those without a browser. */
export async function signedIn(browser: Browser, url: string): Promise<Session> {
  const context = await tablet(browser, url);
  const page = await context.newPage();
  await page.goto("/staff/sign-in");
  await page.getByLabel(access.field.username, { exact: true }).fill("petugas");
  await page.getByLabel(access.field.password, { exact: true }).fill(DEMO_PASSWORDS.petugas);
  await page.getByRole("button", { name: access.signIn.submit, exact: true }).click();
  await page.getByRole("heading", { name: staff.confirm.title }).waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
}

export function cookieOf({ cookies }: Session): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Does what the page's own script does: listens, gathers, asks whether the server is there, fetches the page anew. */
export async function pageClient(url: string, cookie: string): Promise<HallClient> {
  const seen = new Map<string, number>();
  const ending = new AbortController();
  const state: { gathering: boolean; again: boolean; refreshedAt: number } = {
    gathering: false,
    again: false,
    refreshedAt: 0,
  };
  const refresh = async (): Promise<void> => {
    if (state.gathering) {
      state.again = true;
      return;
    }
    state.gathering = true;
    const wait = Math.max(GATHER_MS, state.refreshedAt + SPACING_MS - performance.now());
    await new Promise((resolve) => setTimeout(resolve, wait));
    const options = { signal: ending.signal, headers: { cookie } };
    await fetch(`${url}/staff/session`, options);
    Object.assign(state, { gathering: false, again: false, refreshedAt: performance.now() });
    const answer = await fetch(`${url}/staff/hall`, { ...options, headers: { cookie, rsc: "1" } });
    const text = await answer.text();
    const at = Date.now();
    if (!answer.ok) throw new Error(`The hall answered ${answer.status}`);
    for (const [mark] of text.matchAll(MARK)) if (!seen.has(mark)) seen.set(mark, at);
    if (state.again) void refresh().catch(ended);
  };
  /** What ended the client early; told when it is asked what it saw. */
  const faults: unknown[] = [];
  const ended = (fault: unknown) => {
    if (!ending.signal.aborted) faults.push(fault);
  };
  const stream = await fetch(`${url}/staff/live`, { signal: ending.signal, headers: { cookie } });
  if (!stream.ok || !stream.body) throw new Error(`The live line answered ${stream.status}`);
  const body = stream.body as unknown as AsyncIterable<Uint8Array>;
  const listen = async () => {
    for await (const chunk of body)
      if (new TextDecoder().decode(chunk).includes("event: change")) void refresh().catch(ended);
  };
  void listen().catch(ended);
  return {
    kind: "page",
    seen: () => (faults.length > 0 ? Promise.reject(new Error(String(faults[0]))) : Promise.resolve(seen)),
    close: () => {
      ending.abort();
      return Promise.resolve();
    },
  };
}

/**
 * A tablet: a browser context with its own connections, since tabs of one would share six of them and wait for each
 * other. A mark counts as seen when its row stands in the document.
 */
export async function browserClient(browser: Browser, url: string, session: Session): Promise<HallClient> {
  const context = await tablet(browser, url, session);
  const page = await context.newPage();
  await page.goto("/staff/hall");
  await page.evaluate(() => {
    const found: Record<string, number> = {};
    // Nothing here has a name of its own: the loader would call a helper for it that the page does not know.
    new MutationObserver(() => {
      for (const row of document.querySelectorAll<HTMLElement>("li[data-queue^='X-']"))
        found[row.dataset.queue ?? ""] ??= Date.now();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { found });
  });
  return {
    kind: "browser",
    seen: async () => {
      const found = await page.evaluate(() => (window as unknown as { found: Record<string, number> }).found);
      return new Map(Object.entries(found));
    },
    close: () => context.close(),
  };
}
