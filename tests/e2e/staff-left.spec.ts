import type { Page, Response } from "@playwright/test";
import Database from "better-sqlite3";
import path from "node:path";
import { DEMO_PASSWORDS } from "../support/demo-people";
import type { RunningServer } from "../support/server";
import { CHROMIUM } from "../support/chromium";
import { expect, test } from "./fixtures";
import { memory } from "./inspect";
import { scan } from "./kiosk";
import { arrive } from "./outcomes";
import { accessWords, signIn, tryPassword, words } from "./staff";
import { issue } from "./vouchers";

// As in an office: a page that is left may be kept whole for Back.
test.use({
  launchOptions: { ...CHROMIUM, ignoreDefaultArgs: ["--disable-back-forward-cache"] },
});

/** Ends everybody's sessions, as time would: the page hears of it from the server. */
function endAllSessions({ dataDir }: RunningServer): void {
  const db = new Database(path.join(dataDir, "janji.db"), { timeout: 20_000 });
  expect(db.prepare("DELETE FROM sessions").run().changes).toBeGreaterThan(0);
  db.close();
}

/** What the browser got as documents, with their headers. */
function documents(page: Page): Response[] {
  const got: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "document" && response.status() === 200) got.push(response);
  });
  return got;
}

/** Opens the page of an applicant who arrived just now; their queue number. */
async function openTicket(page: Page, office: RunningServer, number: string): Promise<void> {
  const booking = await arrive(office, 20, () => ({ queueNumber: number }));
  await page.goto("/staff/tickets");
  await page.getByRole("search").getByRole("textbox").fill(booking);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: new RegExp(number) }).click();
  await expect(page).toHaveURL(/\/staff\/tickets\/.+/);
  await expect(page.getByText(number).first()).toBeVisible();
}

test("Back after signing out shows nothing of a person", async ({ office, page }) => {
  const got = documents(page);
  const { slip } = await issue(office);
  const traces = [slip.queueNumber, "B-641"];
  await signIn(page, "petugas");
  await scan(page, slip.shortCode);
  await expect(page.locator("#voucher-name")).toBeVisible();
  await expect(page.getByText(slip.queueNumber).first()).toBeVisible();
  // Of the ways to a page both are in the history: as a document of its own, and within one.
  await page.reload();
  await page.getByRole("navigation", { name: words.nav.label }).getByText(words.nav.register).click();
  await expect(page).toHaveURL(/\/staff\/register/);
  await openTicket(page, office, "B-641");
  for (const document of got)
    expect(document.headers()["cache-control"], document.url()).toContain("no-store");
  expect(got.length).toBe(3);

  const told = page.waitForResponse("**/staff/sign-out");
  await page.getByRole("button", { name: words.account.menu }).click();
  await page.getByRole("button", { name: words.account.signOut }).click();
  expect(await (await told).headerValue("clear-site-data")).toBe('"cache"');
  const form = page.getByLabel(accessWords.field.password, { exact: true });
  await expect(page).toHaveURL(/\/staff\/sign-in$/);
  await expect(form).toBeVisible();
  let backs = 0;
  for (await page.goBack(); page.url() !== "about:blank"; await page.goBack()) {
    await expect(form).toBeVisible();
    const kept = (await page.content()) + (await memory(page));
    expect(traces.filter((trace) => kept.includes(trace))).toEqual([]);
    backs += 1;
  }
  expect(backs).toBeGreaterThan(2);
});

test("a page that ended untouched is left, and come back to; what was typed waits ten minutes at most", async ({
  office,
  page,
  expectedFaults,
}) => {
  expectedFaults.push(/401/);
  await page.clock.install();
  await signIn(page, "petugas");
  await openTicket(page, office, "B-642");
  const address = page.url();
  expect(await memory(page)).toContain("B-642");
  endAllSessions(office);
  await expect(page).toHaveURL(/\/staff\/sign-in\?next=%2Fstaff%2Ftickets%2F/);
  await expect(page.getByLabel(accessWords.field.password, { exact: true })).toBeVisible();
  expect(await memory(page)).not.toContain("B-642");
  await tryPassword(page, "petugas", DEMO_PASSWORDS.petugas);
  await expect(page).toHaveURL(address);
  await expect(page.getByText("B-642").first()).toBeVisible();

  await page.goto("/staff/queue");
  await page.getByLabel(words.queue.number, { exact: true }).fill("B-643");
  endAllSessions(office);
  const ended = page.locator('[data-session="ended"]');
  await expect(ended).toBeVisible();
  await page.clock.fastForward("09:30");
  await expect(ended).toBeVisible();
  await page.clock.fastForward("00:40");
  await expect(page).toHaveURL(/\/staff\/sign-in\?next=%2Fstaff%2Fqueue$/);
  expect(await memory(page)).not.toContain("B-643");
});
