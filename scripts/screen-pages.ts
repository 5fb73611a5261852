// The tablets' and the wall's pages that `npm run screens` pictures, in this order: what one does, the next one shows.
import type { Browser, BrowserContext, Page } from "@playwright/test";
import access from "@/messages/id/access.json" with { type: "json" };
import staff from "@/messages/id/staff.json" with { type: "json" };
import { arrive } from "../tests/e2e/outcomes";
import { issue } from "../tests/e2e/vouchers";
import { DEMO_PASSWORDS } from "../tests/support/demo-people";
import type { Hall } from "./screen-hall";

export interface PageState {
  readonly name: string;
  readonly open: (page: Page, hall: Hall) => Promise<unknown>;
  /** Sees the wall: screens as large as a kiosk's rather than tablets. */
  readonly wall?: true;
}

const at = (path: string) => async (page: Page, hall: Hall) => {
  await page.goto(`${hall.office.url}${path}`);
  await page.locator("h1").first().waitFor();
};

async function file(page: Page, hall: Hall): Promise<void> {
  await at("/staff/import")(page, hall);
  const rows = ["GBR-1;24/11/2026 08:00;Baru", "GBR-2;kemarin;Baru", "GBR-3;24/11/2026 09:10;Penggantian"];
  const text = `No Tiket;Jam Ambil Nomor;Jenis Permohonan\r\n${rows.join("\r\n")}\r\n`;
  const antrian = { name: "antrian.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(antrian);
  await page.locator('[data-verdict="REFUSED"]').waitFor();
}

/** Opens the page of the nth voucher of today. */
const voucher = (nth: number) => async (page: Page, hall: Hall) => {
  await at("/staff/vouchers")(page, hall);
  await page.locator('a[href^="/staff/vouchers/"]').nth(nth).click();
  await page.waitForURL(/\/staff\/vouchers\/.+/);
  await page.locator("article").first().waitFor();
};

/** So that lists are not empty: four vouchers, of which two are confirmed and so stand in the series. */
async function story(page: Page, hall: Hall): Promise<void> {
  const { kiosk } = await issue(hall.office);
  for (let more = 0; more < 3; more += 1) await kiosk.check(await arrive(hall.office, 131 + more));
  for (const nth of [3, 2]) {
    await voucher(nth)(page, hall);
    const apology = page.getByRole("article", { name: staff.duty.APOLOGY.title });
    await apology.getByRole("button", { name: staff.duty.APOLOGY.do, exact: true }).click();
    await apology.getByRole("button", { name: staff.duty.undo }).waitFor();
  }
}

async function called(page: Page, hall: Hall): Promise<void> {
  await at("/staff/calls")(page, hall);
  await page.locator('input[name="counter"]').first().check({ force: true });
  const number = page.locator("p.text-number");
  const call = page.getByRole("button", { name: /^Panggil K-/ });
  await call.or(number).first().waitFor();
  if (await call.isVisible()) await call.click();
  await number.waitFor();
}

async function firstCase(page: Page, hall: Hall): Promise<void> {
  await at("/staff/register")(page, hall);
  await page.locator('a[href^="/staff/register/"]').first().click();
  await page.waitForURL(/\/staff\/register\/.+/);
  await page.locator("h1").first().waitFor();
}

export const PAGES: readonly PageState[] = [
  { name: "staff-scan", open: at("/staff") },
  { name: "staff-hall", open: at("/staff/hall") },
  { name: "staff-vouchers", open: at("/staff/vouchers") },
  { name: "staff-voucher", open: voucher(0) },
  { name: "staff-voucher-begun", open: voucher(3) },
  { name: "staff-calls", open: at("/staff/calls") },
  { name: "staff-souvenirs", open: at("/staff/souvenirs") },
  { name: "staff-called", open: called },
  { name: "display", wall: true, open: (page, hall) => page.goto(`${hall.office.url}/display`) },
  { name: "staff-queue", open: at("/staff/queue") },
  { name: "staff-outages", open: at("/staff/outages") },
  { name: "staff-tickets", open: at("/staff/tickets") },
  { name: "staff-register", open: at("/staff/register") },
  { name: "staff-case", open: firstCase },
  { name: "staff-report", open: at("/staff/report") },
  { name: "staff-audit", open: at("/staff/audit") },
  { name: "staff-status", open: at("/staff/status") },
  { name: "staff-requests", open: at("/staff/access-requests") },
  { name: "staff-settings", open: at("/staff/settings") },
  { name: "staff-policy", open: at("/staff/settings/policy") },
  { name: "privacy-notice", open: at("/privasi") },
  { name: "staff-import", open: at("/staff/import") },
  { name: "staff-import-read", open: file },
  { name: "staff-devices", open: at("/staff/devices") },
  { name: "staff-printers", open: at("/staff/devices/printers") },
  { name: "staff-alerts", open: at("/staff") },
  { name: "staff-alerts-hall", open: at("/staff/hall") },
];

/** The head's tablet, which opens every page, signed in, in an office where something happened already. */
export async function signedIn(browser: Browser, hall: Hall): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${hall.office.url}/staff/sign-in`);
  await page.getByLabel(access.field.username, { exact: true }).fill("kepala");
  await page.getByLabel(access.field.password, { exact: true }).fill(DEMO_PASSWORDS.kepala);
  await page.getByRole("button", { name: access.signIn.submit, exact: true }).click();
  await page.waitForURL(`${hall.office.url}/staff`);
  await story(page, hall);
  await page.close();
  return context;
}
