import type { Page } from "@playwright/test";
import register from "@/messages/id/register.json" with { type: "json" };
import { ActionClient } from "../support/action-client";
import { expect, test } from "./fixtures";
import { accessible } from "./inspect";
import { arrive } from "./outcomes";
import { signIn, words } from "./staff";
import { received } from "./vouchers";

/** Nothing reaches past a tablet's width, either way up. */
async function fits(page: Page, what: string): Promise<void> {
  for (const [width, height] of [
    [820, 1180],
    [1180, 820],
  ] as const) {
    await page.setViewportSize({ width, height });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${what} at ${width} x ${height}`).toBeLessThanOrEqual(0);
    const { JANJI_PICTURES: folder } = process.env;
    if (folder)
      await page.screenshot({ path: `${folder}/${what.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
  }
}

const { case: caseWords, search } = register;

/** Finds a case by the last four digits of its booking, which never enter the address. */
async function openCaseOf(page: Page, booking: string): Promise<void> {
  await page.getByRole("navigation", { name: words.nav.label }).getByText(words.nav.register).click();
  await expect(page.getByRole("heading", { name: register.title })).toBeVisible();
  await page.getByLabel(search.query).fill(booking.slice(-4));
  await page.getByRole("button", { name: search.do, exact: true }).click();
  const found = page.getByRole("link", { name: `akhir ${booking.slice(-4)}` });
  await found.first().click();
  await expect(page.getByRole("heading", { name: caseWords.timeline })).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
}

test("an officer leafs through the register, finds a case, reads its evidence as one timeline, and is told the name only when asking", async ({
  office,
  page,
}) => {
  const booking = await received(office);
  const name = `Contoh Pemohon ${Number(booking.slice(-8))}`;
  await signIn(page, "petugas");
  await page.goto("/staff/register");
  await expect(page.getByRole("navigation", { name: register.filter })).toBeVisible();
  await fits(page, "the register");
  await accessible(page, "the register");
  for (const list of ["near", "rulings", "decisions"] as const) {
    await page
      .getByRole("navigation", { name: register.lists.label })
      .getByText(register.lists[list])
      .click();
    await expect(page.getByText(register.about[list])).toBeVisible();
  }
  await page.getByRole("link", { name: register.outcome.SEE_OFFICER }).first().click();
  await expect(page).toHaveURL(/outcome=SEE_OFFICER/);

  await openCaseOf(page, booking);
  for (const line of ["Voucher K-", register.entry.PRINTED, words.duty.APOLOGY.title])
    await expect(page.getByRole("listitem").filter({ hasText: line }).first()).toBeVisible();
  await page.getByText(register.decision.details).first().click();
  await expect(page.getByText(words.clause.g.MET).first()).toBeVisible();
  await fits(page, "a case");
  await accessible(page, "a case");
  expect(await page.content()).not.toContain(name);
  await page.getByRole("button", { name: caseWords.name.look }).click();
  await expect(page.getByText(name)).toBeVisible();
  await page.getByRole("link", { name: caseWords.openVoucher }).click();
  await page.getByRole("link", { name: words.voucher.register }).click();
  await expect(page.getByRole("heading", { name: caseWords.timeline })).toBeVisible();
});

test("a supervisor looks at a review's history in English; to an officer the case says no more than that an authorised official is needed", async ({
  office,
  page,
  browser,
  watch,
  context,
}) => {
  const flagged = await arrive(office, 130, () => ({ underReview: true }));
  const kiosk = await new ActionClient(office).enrol();
  expect(await kiosk.check(flagged)).toMatchObject({ ok: true, value: { outcome: "SEE_OFFICER" } });
  await signIn(page, "penyelia");
  await openCaseOf(page, flagged);
  const review = page.getByRole("region", { name: caseWords.review.title });
  await expect(review.getByText(caseWords.review.UNDER_REVIEW)).toBeHidden();
  await review.getByRole("button", { name: caseWords.review.look }).click();
  await expect(review.getByText(caseWords.review.UNDER_REVIEW)).toBeVisible();
  const address = page.url();
  await context.addCookies([{ name: "janji-locale", value: "en", url: office.url }]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "What happened" })).toBeVisible();
  await fits(page, "a case in English");
  await accessible(page, "a case in English");

  const second = await browser.newContext({ baseURL: office.url, viewport: { width: 820, height: 1180 } });
  watch(second);
  const officer = await second.newPage();
  await signIn(officer, "petugas");
  await officer.goto(address);
  await officer.getByText(register.decision.details).first().click();
  await expect(officer.getByText(words.clause.g.AUTHORISED_OFFICIAL)).toBeVisible();
  const told = await officer.content();
  for (const telling of [caseWords.review.title, caseWords.review.look, caseWords.review.UNDER_REVIEW])
    expect(await officer.locator("main").innerText()).not.toContain(telling);
  expect(told).not.toMatch(/underReview|UNDER_REVIEW":true|NOT_MET","F\.2\.g/);
  await second.close();
});
