import { readFileSync } from "node:fs";
import notice from "@/messages/id/notice.json" with { type: "json" };
import noticeInEnglish from "@/messages/en/notice.json" with { type: "json" };
import privacy from "@/messages/id/privacy.json" with { type: "json" };
import { applicant, officeNow, pushTickets } from "../support/feed";
import { DEMO_DATE } from "../support/server";
import { expect, test } from "./fixtures";
import { accessible as accessibleToAll } from "./inspect";
import { accessible, accessWords, signIn, words } from "./staff";

const TABLETS = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];

test("an applicant's request gives one file with what is held, and a line that does not say whose", async ({
  office,
  page,
}) => {
  const person = applicant(await officeNow(office), 20);
  await pushTickets(office, [person]);
  await signIn(page, "penyelia");
  await page.goto("/staff/access-requests");
  const retention = page.getByRole("region", { name: privacy.retention.title });
  await expect(retention.getByText(privacy.retention.done)).toBeVisible();
  const form = page.getByRole("region", { name: privacy.request.title });
  const make = form.getByRole("button", { name: privacy.request.make });
  await make.click();
  await expect(form.getByText(privacy.request.missing)).toHaveCount(2);
  await form.getByLabel(privacy.request.booking).fill(person.bookingCode);
  await form.getByLabel(privacy.request.date).fill("2026-01-02");
  await form.getByLabel(privacy.request.ground).fill("KTP asli diperlihatkan, wajah cocok");
  await make.click();
  await expect(form.getByRole("alert")).toHaveText(privacy.refusal.NO_RECORD);
  await form.getByLabel(privacy.request.date).fill(DEMO_DATE);
  const [download] = await Promise.all([page.waitForEvent("download"), make.click()]);
  expect(download.suggestedFilename()).toMatch(/^salinan-data-[0-9a-f]{8}\.html$/);
  const file = readFileSync(await download.path(), "utf8");
  expect(file).toContain(person.bookingCode);
  expect(file).toContain(person.applicantName ?? "?");
  await expect(form.getByText(privacy.request.handOver)).toBeVisible();
  const past = page.getByRole("region", { name: privacy.past.title });
  await expect(past.getByRole("listitem")).toHaveCount(1);
  await expect(past).not.toContainText(person.bookingCode.slice(-4));
  expect(page.url()).not.toContain(person.bookingCode);
  for (const [index, size] of TABLETS.entries()) {
    await page.setViewportSize(size);
    const locale = index === 0 ? "en" : "id";
    await page.context().addCookies([{ name: "janji-locale", value: locale, url: office.url }]);
    await page.reload();
    await expect(page.getByRole("listitem").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await accessible(page, `access requests, ${locale}`);
  }
  // The file itself is a page that people read.
  await page.goto(`data:text/html;base64,${Buffer.from(file).toString("base64")}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await accessibleToAll(page, "an applicant's copy");
});

test("a case on the tablet leads to its applicant's copy; an officer has no such way", async ({
  office,
  page,
}) => {
  const person = applicant(await officeNow(office), 20);
  await pushTickets(office, [person]);
  const open = async () => {
    await page.goto("/staff/tickets");
    await page.getByRole("search").getByRole("textbox").fill(person.bookingCode);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: new RegExp(person.queueNumber ?? "?") }).click();
    await expect(page).toHaveURL(/\/staff\/tickets\/.+/);
    await expect(page.getByText(person.applicantName ?? "?").first()).toBeVisible();
  };
  await signIn(page, "petugas");
  await page.goto("/staff/access-requests");
  await expect(page.locator("[data-not-allowed]")).toBeVisible();
  await open();
  await expect(page.getByRole("link", { name: words.ticket.copy })).toHaveCount(0);
  // A page that still stands would ask after its session, and be told that there is none.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signIn(page, "kepala");
  await open();
  await page.getByRole("link", { name: words.ticket.copy }).click();
  await expect(page.getByText(`Antrian ${person.queueNumber}`, { exact: false })).toBeVisible();
  await page.getByLabel(privacy.request.ground).fill("KTP asli diperlihatkan, wajah cocok");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: privacy.request.make }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain(person.bookingCode);
});

test("everybody reads what is processed and why, in both languages, on a screen and on paper", async ({
  office,
  page,
}) => {
  await page.goto("/staff/sign-in");
  await page.getByRole("link", { name: accessWords.signIn.notice }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(notice.title);
  await expect(page.getByText("selama 90 hari")).toBeVisible();
  await accessibleToAll(page, "notice, id");
  for (const size of [...TABLETS, { width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: notice.where.title })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.context().addCookies([{ name: "janji-locale", value: "en", url: office.url }]);
  await page.goto("/privasi");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(noticeInEnglish.title);
  await accessibleToAll(page, "notice, en");
});
