import "server-only";
import { ensureAccount } from "@/lib/access/accounts";
import { DEMO_SIGN_INS } from "@/lib/access/demo-sign-ins";
import { isServiceDay } from "@/lib/office/calendar";
import { readSettings } from "@/lib/office/settings";
import { setOfficeClock, systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { keepDuty } from "@/lib/platform/duties";
import { demoAnchor } from "./demo-anchor";
import { demoClock } from "./demo-clock";
import { demoFeed } from "./demo-feed";
import { assertDemo } from "./demo-only";
import { stockSouvenirs } from "./stock-souvenirs";

/** How often the pretended queue system looks for news. */
const TICK_MS = 5_000;

const BY_DEMO = { actor: { kind: "SYSTEM" }, requestId: "demo-opening" } as const;

// One ticker a process, also across development reloads.
const holder = globalThis as typeof globalThis & { __janjiDemoTicker?: { readonly stop: () => void } };

/**
 * Opens the demo office; call once at process start, after migrations and `openOffice`. Sets the office's clock,
 * delivers the day so far and goes on delivering every few seconds. Any number of processes may do so on one database:
 * they share the stored anchor, one of them goes on delivering, and ingest makes equal deliveries one.
 * @throws in real mode
 */
export async function openDemoOffice(): Promise<void> {
  assertDemo();
  const settings = await readSettings(reader());
  const calendar = {
    timeZone: settings.timeZone,
    isWorkingDay: (date: string) => isServiceDay(date, settings),
  };
  const clock = demoClock(await demoAnchor(calendar), calendar);
  setOfficeClock(() => clock(systemNow().getTime()));
  for (const { username, name, role, password } of DEMO_SIGN_INS) {
    await ensureAccount({ username, name, role, password }, BY_DEMO);
  }
  await stockSouvenirs(BY_DEMO.requestId);
  const feed = demoFeed();
  await feed.deliver();
  const ticker = await keepDuty("demo-feed", TICK_MS, () => feed.deliver());
  holder.__janjiDemoTicker?.stop();
  holder.__janjiDemoTicker = ticker;
}

/** Stops delivering and gives the office the system's clock again; for tests and scripts that must end. */
export function closeDemoOffice(): void {
  assertDemo();
  holder.__janjiDemoTicker?.stop();
  holder.__janjiDemoTicker = undefined;
  setOfficeClock(undefined);
}
