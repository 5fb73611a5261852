import "server-only";
import { demoFeedToken } from "@/lib/access/feed-tokens";
import { DEMO_SIGN_INS } from "@/lib/access/demo-sign-ins";
import { ensureHead } from "@/lib/access/ensure-head";
import { firstAccountLink } from "@/lib/access/first-account";
import { endOldSessions } from "@/lib/access/idle";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { watchHealth } from "@/lib/health/report";
import { keepChain, writeOfficeHead } from "@/lib/office/keep-chain";
import { openOffice } from "@/lib/office/open-office";
import { openSouvenirs } from "@/lib/office/open-souvenirs";
import { forgetOldCounts } from "@/lib/access/rate-limits";
import { assertTriggers } from "@/lib/platform/assert-triggers";
import { giveBackDuties, keepDuty } from "@/lib/platform/duties";
import { environment } from "@/lib/platform/environment";
import { tryStorage } from "@/lib/platform/try-storage";
import { startPrinting } from "@/lib/printing/print-worker";
import { watchDropFolder } from "@/lib/queue/import/drop-folder";
import { keepRetention } from "@/lib/register/retention/keep-retention";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { paperContent } from "@/lib/vouchers/paper-content";
import { forgetOldKeys } from "@/lib/vouchers/request-keys";
import { openDemoOffice } from "./open-demo-office";

async function housekeeping(): Promise<void> {
  await lapseVouchers("housekeeping");
  await forgetOldKeys();
  await endOldSessions("housekeeping");
  await forgetOldCounts();
}

/** The standing duties of an office, each done by one of the processes that share its database. */
async function keepDuties(): Promise<void> {
  const { dutyMs } = environment();
  await keepDuty("housekeeping", dutyMs, housekeeping);
  // Nobody waits for these to begin: a large record is verified for minutes.
  void keepDuty("audit-chain", dutyMs, keepChain);
  void keepDuty("retention", dutyMs, keepRetention);
  // Every process finds out by itself whether it can store: that is what its health tells.
  setInterval(() => void tryStorage(), dutyMs).unref();
}

/** What scripts/http-server.mjs runs before it ends: the day's last rows are in the file of heads, too. */
const holder = globalThis as typeof globalThis & { __janjiClosing?: () => Promise<unknown> };

/** For the person at the terminal: plain lines, not log records. */
function tell(lines: readonly string[]): void {
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join("\n")}\n\n`);
}

/**
 * Opens the office in this process: checks the database, gives a new installation its policy and settings, starts the
 * demo or says how the first account is made, drives the printers, takes its part in the standing duties (house and audit
 * chain every minute, the removal of personal data that have become too old once a day), and looks every minute at what
 * it all rests on. Safe in several processes at once.
 * @throws ConfigurationError when the database belongs to the other mode.
 */
export async function openProcess(): Promise<void> {
  const { mode, publicUrl, dropDir } = environment();
  await assertTriggers();
  await assertInstallationMode();
  await openOffice();
  await openSouvenirs();
  if (mode === "demo") {
    await openDemoOffice();
    const signIns = DEMO_SIGN_INS.map(
      ({ username, password, role }) => `${username} / ${password} (${role})`,
    );
    tell([
      "Janji, the DEMO office. Nothing here is real.",
      `start here   ${publicUrl}/demo`,
      `kiosk        ${publicUrl}/kiosk`,
      `staff        ${publicUrl}/staff`,
      ...signIns.map((signIn) => `             ${signIn}`),
      `queue feed   ${publicUrl}/api/v1/queue/tickets   Bearer ${await demoFeedToken()}`,
    ]);
  } else {
    // No name of a person goes to a service's log.
    const raised = (await ensureHead("opening"))
      ? ["the office had no head: the account that was made first is now the head's"]
      : [];
    const link = await firstAccountLink();
    const first = link ? [`first account (this link works once): ${link}`] : [];
    tell(["Janji", `kiosk   ${publicUrl}/kiosk`, `staff   ${publicUrl}/staff`, ...raised, ...first]);
  }
  if (dropDir) watchDropFolder(dropDir);
  await keepDuties();
  holder.__janjiClosing = async () => {
    await Promise.allSettled([writeOfficeHead("NEWER"), giveBackDuties()]);
  };
  startPrinting(paperContent);
  watchHealth();
}
