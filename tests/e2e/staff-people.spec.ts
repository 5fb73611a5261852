import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import path from "node:path";
import type { RunningServer } from "../support/server";
import { expect, test } from "./fixtures";
import { accessible, accessWords, signIn, tryPassword, words } from "./staff";

const OWN = "kalimat saya sendiri";

/** Ends an account's sessions as another process would: the page hears of it from the server. */
function endSessions(office: RunningServer, username: string): void {
  const db = new Database(path.join(office.dataDir, "janji.db"), { timeout: 20_000 });
  const sessions = "DELETE FROM sessions WHERE userId = (SELECT id FROM users WHERE username = ?)";
  expect(db.prepare(sessions).run(username).changes).toBeGreaterThan(0);
  db.close();
}

/** Lets the time of an account's first password pass. */
function outlive(office: RunningServer, username: string): void {
  const db = new Database(path.join(office.dataDir, "janji.db"), { timeout: 20_000 });
  const passed = "UPDATE users SET passwordUntil = '2026-01-01T00:00:00.000+00:00' WHERE username = ?";
  expect(db.prepare(passed).run(username).changes).toBe(1);
  db.close();
}

/** Makes an account as the head; the first password that the page shows. */
async function newAccount(
  head: Page,
  username: string,
  role: keyof typeof accessWords.role,
): Promise<string> {
  await head.goto("/staff/devices/accounts");
  await head.getByLabel(accessWords.field.name, { exact: true }).fill(`Orang ${username}`);
  await head.getByLabel(accessWords.field.username, { exact: true }).fill(username);
  await head.getByText(accessWords.role[role], { exact: true }).click();
  await head.getByRole("button", { name: accessWords.accounts.submit }).click();
  await expect(head.getByText(`Akun Orang ${username} siap dipakai`)).toBeVisible();
  return head.locator("[data-given-password]").innerText();
}

async function choosePassword(page: Page, first: string): Promise<void> {
  await expect(page.getByRole("heading", { name: accessWords.own.dueTitle })).toBeVisible();
  // What a hand quicker than the page's own script types is gone once that has loaded; nobody types so fast.
  const given = page.getByLabel(accessWords.own.given, { exact: true });
  await expect(async () => {
    await given.fill(first);
    await page.waitForTimeout(500);
    await expect(given).toHaveValue(first, { timeout: 100 });
  }).toPass();
  await page.getByLabel(accessWords.own.new, { exact: true }).fill(OWN);
  await page.getByLabel(accessWords.field.passwordAgain, { exact: true }).fill(OWN);
  await page.getByRole("button", { name: accessWords.own.saveAndGoOn }).click();
}

test("the demo's four people sign in by one tap and begin where their work is", async ({ page }) => {
  const beginnings = {
    petugas: "/staff",
    penyelia: "/staff",
    kepala: "/staff",
    admin: "/staff/devices",
  };
  for (const [person, path] of Object.entries(beginnings)) {
    await page.goto("/staff/sign-in");
    await page.locator(`[data-demo-sign-in="${person}"]`).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await page.getByRole("button", { name: words.account.menu }).click();
    await page.getByRole("button", { name: words.account.signOut }).click();
    await expect(page).toHaveURL(/sign-in/);
  }
});

test("navigation shows what one may open, and a page says in words whose it is", async ({ page }) => {
  const sections = () =>
    page.getByRole("navigation", { name: words.nav.label }).getByRole("link").allInnerTexts();
  await signIn(page, "petugas");
  expect((await sections()).join()).not.toContain(words.nav.devices);
  await page.goto("/staff/devices/accounts");
  const denied = page.locator("[data-not-allowed]");
  await expect(denied.getByRole("heading", { name: accessWords.notAllowed.title })).toBeVisible();
  await expect(denied).toContainText(accessWords.role.head);
  await accessible(page);
  await denied.getByRole("link").click();
  await expect(page.getByRole("heading", { name: words.confirm.title })).toBeVisible();
});

test("a given password is changed first, then leads on; the head sees it all in the history", async ({
  page,
  browser,
  watch,
  expectedFaults,
}) => {
  expectedFaults.push(/401/);
  await signIn(page, "kepala");
  const given = await newAccount(page, "orang.baru", "supervisor");
  await accessible(page, "an account just made");
  // Shown once: whoever comes to the page anew finds it no more.
  await page.reload();
  const made = page.getByRole("listitem").filter({ hasText: "Orang orang.baru" });
  await expect(made).toContainText("belum diganti");
  expect(await page.content()).not.toContain(given);
  const context = await browser.newContext();
  watch(context);
  const other = await context.newPage();
  await other.goto("/staff/sign-in?next=/staff/hall");
  await tryPassword(other, "orang.baru", given);
  await expect(other).toHaveURL(/\/staff\/account/);
  await other.goto("/staff/queue");
  await choosePassword(other, given);
  await expect(other).toHaveURL(/\/staff\/queue$/);
  await other.goto("/staff/account");
  await accessible(other);
  await page.goto("/staff/devices/accounts");
  const row = page.getByRole("listitem").filter({ hasText: "Orang orang.baru" });
  await expect(row).toContainText("terakhir masuk");
  await accessible(page);
  await row.getByRole("link", { name: accessWords.history.title }).click();
  await expect(page.getByText(accessWords.history.kind.PASSWORD_CHANGED)).toBeVisible();
  await accessible(page);
  await page.goto("/staff/devices/accounts");
  await row.getByRole("button", { name: accessWords.accounts.suspend, exact: true }).click();
  await row.getByRole("button", { name: accessWords.accounts.suspendYes }).click();
  // The other tablet learns of it by itself, within moments, and keeps nothing.
  await expect(other).toHaveURL(/\/staff\/sign-in\?next=/);
  await context.close();
});

test("a new password is made when it is asked for, and told when it has ended", async ({ page, office }) => {
  await signIn(page, "kepala");
  const first = await newAccount(page, "orang.lupa", "officer");
  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: "Orang orang.lupa" });
  await row.getByRole("button", { name: accessWords.accounts.newPassword }).click();
  await row.getByRole("button", { name: accessWords.accounts.newPasswordYes }).click();
  // The form is gone with its button: whoever hears the screen is led to what came in its place.
  await expect(row.locator(":focus [data-given-password]")).toBeVisible();
  const given = await row.locator("[data-given-password]").innerText();
  expect(given).not.toBe(first);
  await accessible(page, "a password just made");
  await row.getByRole("button", { name: accessWords.accounts.givenClose }).click();
  await expect(row.locator("[data-given-password]")).toHaveCount(0);
  outlive(office, "orang.lupa");
  await page.reload();
  await expect(row).toContainText(accessWords.accounts.passwordOutlived);
  await page.getByRole("button", { name: words.account.menu }).click();
  await page.getByRole("button", { name: words.account.signOut }).click();
  await expect(page).toHaveURL(/sign-in/);
  await tryPassword(page, "orang.lupa", given);
  await expect(page.getByText(accessWords.refusal.PASSWORD_OUTLIVED)).toBeVisible();
});

test("an untouched tablet warns, any touch stays, and what was typed outlives the end", async ({
  page,
  office,
  expectedFaults,
}) => {
  // The browser itself names each answer that says that nobody is signed in.
  expectedFaults.push(/401/);
  await signIn(page, "kepala");
  const given = await newAccount(page, "orang.lama", "officer");
  await page.getByRole("button", { name: words.account.menu }).click();
  await page.getByRole("button", { name: words.account.signOut }).click();
  await expect(page).toHaveURL(/sign-in/);
  await tryPassword(page, "orang.lama", given);
  await choosePassword(page, given);
  await expect(page.getByRole("heading", { name: words.confirm.title })).toBeVisible();
  const warning = page.locator('[data-session="warning"]');
  const left = { json: { ok: true, value: { leftMs: 50_000 } } };
  await page.route("**/staff/session", (route) =>
    route.request().method() === "GET" ? route.fulfill(left) : route.continue(),
  );
  await page.goto("/staff/queue");
  const number = page.getByLabel(words.queue.number, { exact: true });
  await number.fill("B-777");
  await expect(warning).toBeVisible();
  await expect(warning).toContainText(/Tersisa [1-5]\d detik/);
  await accessible(page);
  await page.unroute("**/staff/session");
  await warning.getByRole("button", { name: accessWords.session.stay }).click();
  await expect(warning).toBeHidden();
  await expect(number).toHaveValue("B-777");

  endSessions(office, "orang.lama");
  const ended = page.locator('[data-session="ended"]');
  await expect(ended).toBeVisible();
  await accessible(page);
  await tryHere(page, "orang.lama", "bukan kata sandinya");
  await expect(ended.getByText(/tidak cocok/)).toBeVisible();
  await ended.getByLabel(accessWords.field.password, { exact: true }).fill(OWN);
  await ended.getByRole("button", { name: accessWords.session.signInAgain }).click();
  await expect(ended).toBeHidden();
  await expect(page).toHaveURL(/\/staff\/queue$/);
  await expect(number).toHaveValue("B-777");
  await page.getByRole("button", { name: words.queue.arrive }).click();
  await expect(page.getByText(words.queue.savedArrived)).toBeVisible();

  // What was saved is drawn; a session that ended in that very moment would lead to the sign-in page instead.
  await page.waitForTimeout(2_000);
  await number.fill("B-778");
  endSessions(office, "orang.lama");
  await expect(ended).toBeVisible();
  await tryHere(page, "penyelia", "penyelia-contoh");
  // Somebody else: the page is theirs from the start.
  await expect(ended).toBeHidden();
  await expect(page.getByRole("button", { name: words.account.menu })).toContainText("Pengawas Contoh");
  await expect(number).toHaveValue("");
});

async function tryHere(page: Page, username: string, password: string): Promise<void> {
  const ended = page.locator('[data-session="ended"]');
  await ended.getByLabel(accessWords.field.username, { exact: true }).fill(username);
  await ended.getByLabel(accessWords.field.password, { exact: true }).fill(password);
  await ended.getByRole("button", { name: accessWords.session.signInAgain }).click();
}
