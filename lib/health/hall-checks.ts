import "server-only";
import { silentKiosks, listKiosks } from "@/lib/access/kiosk-list";
import { feedState } from "@/lib/hall/feed-state";
import { officeState } from "@/lib/office/calendar";
import { readSettings } from "@/lib/office/settings";
import { now, systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { listPrinters, printTroubles } from "@/lib/printing/queries";
import type { Finding } from "./types";

/** Whether the queue system is heard; measured: how long ago it was, in milliseconds. */
export async function feedCheck(): Promise<Finding> {
  const at = now().getTime();
  const feed = await feedState(at, await readSettings(reader()));
  if (feed.kind === "NONE") return { level: "OK", state: "NONE", measured: null, unit: "ms" };
  const silent = feed.silentFrom !== null && at >= feed.silentFrom;
  const state = silent ? "SILENT" : feed.silentFrom === null ? "CLOSED" : "HEARD";
  const measured = Math.max(0, at - feed.lastAt);
  // Pages count by the office's clock, which in the demo is another than the system's.
  const since = feed.lastAt - at + systemNow().getTime();
  return { level: silent ? "BAD" : "OK", state, measured, unit: "ms", since };
}

/** Workers ask each printer every ten seconds; one that nobody asked for this long has a state that nobody knows. */
const UNASKED_MS = 2 * 60_000;

/** Whether the office's printers print, and slips come out; measured: how many printers need somebody. */
export async function printersCheck(): Promise<Finding> {
  const [printers, troubles] = await Promise.all([listPrinters(), printTroubles()]);
  const old = systemNow().getTime() - UNASKED_MS;
  const unasked = printers.filter(({ checkedAt, stateAt }) => (checkedAt ?? stateAt) < old);
  const ill = printers.filter(({ state }) => state !== "READY" && state !== "UNKNOWN");
  const still = ill.filter(({ state }) => state !== "PAPER_LOW");
  const told = (
    level: Finding["level"],
    state: string,
    which: readonly { readonly name: string; readonly stateAt: number }[],
  ): Finding => ({
    level,
    state,
    measured: which.length,
    unit: "devices",
    names: which.map(({ name }) => name),
    ...(which.length > 0 ? { since: Math.min(...which.map(({ stateAt }) => stateAt)) } : {}),
  });
  if (still.length > 0) return told("BAD", "STANDS_STILL", still);
  if (unasked.length > 0)
    return told(
      "BAD",
      "UNATTENDED",
      unasked.map(({ name, checkedAt, stateAt }) => ({ name, stateAt: checkedAt ?? stateAt })),
    );
  if (ill.length > 0) return told("WARN", "PAPER_LOW", ill);
  const failed = troubles.filter(({ state }) => state === "FAILED");
  if (failed.length > 0)
    return { level: "WARN", state: "SLIPS_FAILED", measured: failed.length, unit: "devices" };
  return told("OK", printers.length > 0 ? "READY" : "BROWSERS", []);
}

/** Whether the kiosks are there while the office serves; measured: how many are not. */
export async function kiosksCheck(): Promise<Finding> {
  const [silent, all, settings] = await Promise.all([silentKiosks(), listKiosks(), readSettings(reader())]);
  const enrolled = all.filter(({ state }) => state === "ENROLLED").length;
  const count = (level: Finding["level"], state: string): Finding => ({
    level,
    state,
    measured: silent.length,
    unit: "devices",
  });
  if (enrolled === 0) return count("OK", "NONE");
  if (silent.length === 0) return count("OK", "HEARD");
  if (!officeState(now().getTime(), settings).open) return count("OK", "CLOSED");
  return {
    ...count(silent.length >= enrolled ? "BAD" : "WARN", silent.length >= enrolled ? "ALL_SILENT" : "SILENT"),
    names: silent.map(({ name }) => name),
    since: Math.min(...silent.map(({ since }) => since)),
  };
}
