import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Right } from "@/lib/access/types";

const APP = path.resolve(import.meta.dirname, "../../app");

/**
 * What a door asks for: a right of the table, any account that is signed in, a credential that no person has (a kiosk's, a
 * feed's), or nothing.
 */
export type Need = Right | "signed in" | "kiosk" | "feed" | "nothing";

/** Every server action of the product. A new one must be added here, with what it asks for. */
export const ACTIONS: Readonly<Record<string, Need>> = {
  acknowledgeAlertAction: "device-alert.acknowledge",
  acknowledgeAlertsAction: "hall.acknowledge",
  addPolicyAction: "policy.manage",
  addPrinterAction: "devices.manage",
  addSouvenirAction: "souvenirs.manage",
  advanceTicketAction: "ticket.enter",
  answerCallAction: "kiosk-call.answer",
  assignPrinterAction: "devices.manage",
  callAgainAction: "voucher.confirm",
  callNextAction: "voucher.confirm",
  changeCalendarAction: "calendar.manage",
  changeOutageAction: "outage.declare",
  changeSouvenirAction: "souvenirs.manage",
  countSouvenirAction: "souvenirs.manage",
  deliverSouvenirAction: "souvenirs.manage",
  findPromisesAction: "records.see",
  keepPromiseAction: "voucher.confirm",
  printPromiseAction: "voucher.confirm",
  reopenPromiseAction: "voucher.confirm",
  changeOwnPasswordAction: "signed in",
  confirmVoucherAction: "voucher.confirm",
  createAccountAction: "accounts.manage",
  createFirstAccountAction: "nothing",
  decideReviewFlagAction: "review-flag.set",
  endCallAction: "voucher.confirm",
  enrolDemoKioskAction: "nothing",
  enrolKioskAction: "nothing",
  enterTicketAction: "ticket.enter",
  findCasesAction: "register.see",
  findTicketsAction: "records.see",
  findVoucherAction: "records.see",
  givePasswordAction: "accounts.manage",
  grantVoucherAction: "voucher.grant",
  inviteKioskAction: "devices.manage",
  issueFeedTokenAction: "feed.manage",
  issueReportAction: "account.issue",
  lookAtNameAction: "register.name",
  lookAtReviewHistoryAction: "review-flag.see",
  lookAtReviewFlagAction: "review-flag.see",
  signReceiptAction: "receipt.sign",
  prepareScanAction: "nothing",
  printProgressAction: "voucher.confirm",
  previewOutageAction: "outage.declare",
  previewPolicyAction: "policy.manage",
  recordStepAction: "voucher.confirm",
  reinstateAccountAction: "accounts.manage",
  reloadKioskAction: "devices.manage",
  rememberColumnsAction: "queue.import",
  removePrinterAction: "devices.manage",
  renameKioskAction: "devices.manage",
  renamePrinterAction: "devices.manage",
  reopenTicketAction: "voucher.withhold",
  reopenVoucherAction: "voucher.withhold",
  replaceKioskAction: "devices.manage",
  reprintVoucherAction: "voucher.confirm",
  resolveAlertAction: "contradiction.resolve",
  revokeFeedTokenAction: "feed.manage",
  revokeKioskAction: "devices.manage",
  setEntranceLanguageAction: "nothing",
  setIdleMinutesAction: "settings.manage",
  setRoleAction: "accounts.manage",
  settlePrintAction: "voucher.confirm",
  signInAction: "nothing",
  signInHereAction: "nothing",
  suspendAccountAction: "accounts.manage",
  takeSettingsAgainAction: "settings.manage",
  testPrintAction: "devices.manage",
  tryPatternsAction: "settings.manage",
  undoStepAction: "voucher.confirm",
  verifyAuditAction: "audit.verify",
  withholdTicketAction: "voucher.withhold",
  withholdVoucherAction: "voucher.withhold",
};

interface Route {
  readonly need: Need;
  readonly body?: unknown;
}

/** Every route, by method and path; `POST /staff/again` leads to actions and asks for what they ask for. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "GET /api/health/live": { need: "nothing" },
  "GET /api/health/ready": { need: "nothing" },
  // For a monitoring system's own token (tests/processes/monitor.test.ts): without one they are not there.
  "GET /api/health/report": { need: "nothing" },
  "GET /api/metrics": { need: "nothing" },
  "GET /api/v1/health": { need: "nothing" },
  "GET /api/v1/openapi.json": { need: "nothing" },
  "POST /api/v1/queue/tickets": { need: "feed", body: { tickets: [] } },
  "POST /api/v1/queue/tickets/lookup": { need: "feed", body: { bookingCodes: [] } },
  "GET /display/state": { need: "nothing" },
  "POST /kiosk/ask": { need: "kiosk", body: { name: "call-officer", input: { cancel: true } } },
  "POST /kiosk/check": { need: "kiosk", body: { payload: "1", key: "0123456789abcdef" } },
  "GET /kiosk/pulse": { need: "nothing" },
  "POST /kiosk/pulse": { need: "nothing", body: {} },
  "GET /kiosk/standing": { need: "nothing" },
  "POST /staff/access-requests/file": {
    need: "person.export",
    body: { ticketId: "no-such-ticket", ground: "Contoh alasan" },
  },
  "GET /staff/hall/state": { need: "records.see" },
  "POST /staff/again": { need: "nothing", body: { name: "no such action", input: {} } },
  "GET /staff/alerts": { need: "signed in" },
  "POST /staff/import/file": { need: "queue.import", body: {} },
  "GET /staff/live": { need: "signed in" },
  "POST /staff/settings/logo": { need: "settings.manage", body: {} },
  "POST /staff/settings/version": { need: "settings.manage", body: {} },
  "GET /staff/receipts/[id]/document": { need: "receipt.sign" },
  "GET /staff/receipts/[id]/signature": { need: "signature.see" },
  "GET /staff/receipts/[id]/signed-document": { need: "signature.see" },
  "GET /staff/report/file": { need: "account.see" },
  "GET /staff/session": { need: "signed in" },
  "POST /staff/session": { need: "signed in", body: {} },
  // Whoever is not signed in is where signing out leads.
  "POST /staff/sign-out": { need: "nothing", body: {} },
};

/** Pages that no right of the table opens; the others are in lib/access/pages.ts. */
export const OTHER_PAGES: Readonly<Record<string, Need>> = {
  "/": "nothing",
  "/api/v1/docs": "nothing",
  "/demo": "nothing",
  "/display": "nothing",
  "/kiosk": "nothing",
  "/kiosk/away": "nothing",
  "/privasi": "nothing",
  "/staff/account": "signed in",
  "/staff/setup": "nothing",
  "/staff/sign-in": "nothing",
};

const files = (): string[] => readdirSync(APP, { recursive: true, encoding: "utf8" });
const source = (file: string) => readFileSync(path.join(APP, file), "utf8");
/** "staff/(signed-in)/vouchers/[id]/page.tsx" is served under /staff/vouchers/[id]. */
const pathOf = (file: string) => `/${path.dirname(file)}`.replace(/\/\.$|\/\([^/]+\)/g, "") || "/";

/** The server actions in the source: what files that begin with "use server" export. */
export function actionsInSource(): string[] {
  const scripts = files().filter((file) => /\.tsx?$/.test(file));
  return scripts
    .flatMap((file) => {
      const text = source(file);
      if (!/^\s*["']use server["']/m.test(text)) return [];
      if (!/^\s*["']use server["']/.test(text)) throw new Error(`${file} hides an action within a function`);
      return [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => name ?? "");
    })
    .sort();
}

/** The routes in the source, by method and path. */
export function routesInSource(): string[] {
  return files()
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) =>
      [
        ...source(file).matchAll(
          /^export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm,
        ),
      ].map(([, method]) => `${method} ${pathOf(file)}`),
    )
    .sort();
}

/** The pages in the source, by path. */
export function pagesInSource(): string[] {
  return files()
    .filter((file) => path.basename(file) === "page.tsx")
    .map(pathOf)
    .sort();
}

/** The actions that `POST /staff/again` leads to, by the name that it knows them by. */
export function actionsAgain(): [name: string, action: string][] {
  const text = source("staff/(signed-in)/again/route.ts");
  return [...text.matchAll(/\["([a-z-]+)", (\w+)\]/g)].map(([, name, action]) => [name ?? "", action ?? ""]);
}
