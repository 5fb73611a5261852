import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import access from "@/messages/id/access.json" with { type: "json" };
import staff from "@/messages/id/staff.json" with { type: "json" };
import { DEMO_PASSWORDS } from "../support/demo-people";

/** The staff area's Indonesian words, so that a test names a button as people read it. */
export const words = staff;
export const accessWords = access;

export type DemoPerson = keyof typeof DEMO_PASSWORDS;

/** Fills in the sign-in form and sends it. */
export async function tryPassword(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel(access.field.username, { exact: true }).fill(username);
  await page.getByLabel(access.field.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: access.signIn.submit, exact: true }).click();
}

/** Signs in by name and password and waits for the tablet's first page. */
export async function signIn(page: Page, person: DemoPerson): Promise<void> {
  await page.goto("/staff/sign-in");
  await tryPassword(page, person, DEMO_PASSWORDS[person]);
  // An administrator begins at the devices; everybody else at the vouchers.
  const begins = person === "admin" ? access.devices.title : staff.confirm.title;
  await expect(page.getByRole("heading", { name: begins })).toBeVisible();
}

/** What a screen reader gets of the page as it stands is without fault. */
export async function accessible(page: Page, where = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`);
  expect(problems, where).toEqual([]);
}
