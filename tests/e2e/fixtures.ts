import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { startServer, type RunningServer } from "../support/server";
import { awake } from "./kiosk";

export { expect };

interface TestFixtures {
  /** Complaints of a browser that the test itself brings about; each must be named by what it says. */
  readonly expectedFaults: RegExp[];
  /** Has a further context watched like the test's own. */
  readonly watch: (context: BrowserContext) => void;
  /** A kiosk of its own on the attract screen, its printer counting and printing nothing. */
  readonly kiosk: Page;
}

interface WorkerFixtures {
  /** The demo office, on a Tuesday from 10.30 on; one for the worker. */
  readonly office: RunningServer;
}

/** What belongs to every kiosk of the tests: a printer that counts, since a browser's own would open a dialog. */
export async function countPrints(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(window, { prints: 0 });
    window.print = () => {
      Object.assign(window, { prints: (window as unknown as { prints: number }).prints + 1 });
    };
  });
}

let devices = 0;

/** How often this page has printed. */
export const prints = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { prints: number }).prints);

/** Every test fails on anything that a browser writes to its console as an error, and on any uncaught one. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  office: [
    async ({}, use) => {
      const server = await startServer({ env: { JANJI_TRUST_PROXY: "1" } });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ office }, use) => use(office.url),
  // Each test comes from a device of its own, as in an office: else the fast ones are turned away as one hasty device.
  extraHTTPHeaders: async ({}, use, { parallelIndex }) => {
    const device = (devices += 1);
    await use({ "x-forwarded-for": `10.${parallelIndex}.${device >> 8}.${device & 255}` });
  },
  expectedFaults: async ({}, use) => use([]),
  watch: [
    async ({ context, expectedFaults }, use) => {
      const faults: string[] = [];
      const watch = (watched: BrowserContext) => {
        watched.on("console", (message) => {
          if (message.type() === "error") faults.push(`${message.text()} (${message.location().url})`);
        });
        watched.on("weberror", (fault) => faults.push(String(fault.error())));
      };
      watch(context);
      await use(watch);
      const unexpected = faults.filter((fault) => !expectedFaults.some((known) => known.test(fault)));
      expect(unexpected, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  kiosk: async ({ context, page }, use) => {
    await countPrints(context);
    await page.goto("/kiosk");
    await awake(page);
    await use(page);
  },
});
