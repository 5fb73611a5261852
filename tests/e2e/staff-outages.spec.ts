import type { Page } from "@playwright/test";
import outages from "@/messages/id/outages.json" with { type: "json" };
import { ActionClient } from "../support/action-client";
import { expect, test } from "./fixtures";
import { awake } from "./kiosk";
import { arrive } from "./outcomes";
import { accessible, signIn } from "./staff";
import { issue } from "./vouchers";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const effect = (page: Page) => page.locator("[data-effect]");
const goingOn = (page: Page) => page.locator('[data-outage="GOING_ON"]');

/** Says what is disturbed and since when (`HH:MM`, else now), and asks what that would do. */
async function state(page: Page, from?: string): Promise<void> {
  await page.goto("/staff/outages");
  await button(page, outages.systems.biometric).click();
  await page.getByLabel(outages.reason, { exact: true }).fill("Contoh sambungan putus");
  if (from !== undefined) {
    const since = page.getByRole("group", { name: outages.from });
    await since.getByText(outages.moment.TYPED, { exact: true }).click();
    await page.getByLabel(`${outages.from}: pukul`).fill(from);
  }
  await button(page, outages.look).click();
  await expect(effect(page).getByRole("heading")).toBeVisible();
}

test("a disruption is shown before it is saved, answered and told by the kiosk at once, and ended", async ({
  office,
  page,
  browser,
  watch,
}) => {
  const hall = await browser.newContext({ baseURL: office.url });
  watch(hall);
  const kiosk = await hall.newPage();
  await kiosk.goto("/kiosk");
  await awake(kiosk);
  await expect(kiosk.locator("[data-disturbance]")).toBeHidden();
  const waiting = await arrive(office, 20);
  const device = await new ActionClient(office).enrol();
  const answer = async () => {
    const told = await device.check(waiting);
    return told.ok ? told.value.outcome : told.code;
  };
  expect(await answer()).toBe("NOT_YET");

  await signIn(page, "petugas");
  await state(page);
  await expect(effect(page).locator('[data-count="waitingInto"]')).toBeVisible();
  await accessible(page);
  expect(await answer()).toBe("NOT_YET");
  await button(page, outages.task.DECLARE.do).click();
  await expect(page.getByText(outages.saved)).toBeVisible();
  expect(await answer()).toBe("OUTAGE");
  await expect(kiosk.locator("[data-disturbance]")).toBeVisible();

  await goingOn(page).getByRole("button", { name: outages.end, exact: true }).click();
  await button(page, outages.look).click();
  await button(page, outages.task.END.do).click();
  await expect(goingOn(page)).toBeHidden();
  await expect(kiosk.locator("[data-disturbance]")).toBeHidden();
  await hall.close();
});

test("the past is an officer's to see and a supervisor's to change, with a reason; a voucher in it is named and kept", async ({
  office,
  page,
  browser,
  watch,
}) => {
  const { slip, booking, kiosk } = await issue(office);
  await signIn(page, "petugas");
  // The office's morning: both lie more than ten minutes back.
  await state(page, "09:00");
  await expect(effect(page).getByText(outages.effect.supervisor)).toBeVisible();
  await expect(effect(page).getByRole("link", { name: slip.number })).toBeVisible();
  await expect(button(page, outages.task.DECLARE.do)).toBeHidden();

  const second = await browser.newContext({ baseURL: office.url, viewport: { width: 820, height: 1180 } });
  watch(second);
  const supervisor = await second.newPage();
  await signIn(supervisor, "penyelia");
  await state(supervisor, "09:00");
  await button(supervisor, outages.task.DECLARE.do).click();
  await expect(supervisor.getByText(outages.missing.note)).toBeVisible();
  await supervisor.getByLabel(outages.effect.note).fill("Laporan baru masuk");
  await accessible(supervisor);
  await button(supervisor, outages.task.DECLARE.do).click();
  await expect(supervisor.getByText(outages.saved)).toBeVisible();
  const again = await kiosk.check(booking);
  expect(again).toMatchObject({ ok: true, value: { outcome: "ELIGIBLE", slip: { number: slip.number } } });

  await goingOn(supervisor).getByRole("button", { name: outages.correct, exact: true }).click();
  await supervisor.getByLabel(outages.reason, { exact: true }).fill("Contoh listrik padam");
  await button(supervisor, outages.look).click();
  await button(supervisor, outages.task.CORRECT.do).click();
  await expect(goingOn(supervisor)).toContainText("Contoh listrik padam");
  await goingOn(supervisor).getByRole("button", { name: outages.withdraw, exact: true }).click();
  await button(supervisor, outages.look).click();
  await supervisor.getByLabel(outages.effect.note).fill("Keliru mencatat");
  await supervisor
    .locator("form")
    .getByRole("button", { name: outages.task.WITHDRAW.do, exact: true })
    .click();
  await expect(goingOn(supervisor)).toBeHidden();
  await supervisor.locator('[data-outage="WITHDRAWN"] summary').first().click();
  await expect(supervisor.getByText("Keliru mencatat")).toBeVisible();
  await second.close();
});
