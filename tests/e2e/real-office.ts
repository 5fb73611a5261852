import { expect, type Page } from "@playwright/test";
import type { RunningServer } from "../support/server";
import { accessWords, words } from "./staff";

const PASSWORD = "kalimat pendek contoh";

/** The link that makes a real office's first account; it works once. */
export const firstLink = (server: RunningServer): string => {
  const [link] = /http\S+\/staff\/setup#\S+/.exec(server.log()) ?? [];
  if (!link) throw new Error(`No link in the log:\n${server.log()}`);
  return link;
};

/** Makes the first account and leaves its owner signed in on the tablet's first page. */
export async function makeFirstAccount(page: Page, server: RunningServer): Promise<void> {
  await page.goto(firstLink(server));
  await page.getByLabel(accessWords.field.name, { exact: true }).fill("Pengawas Pertama");
  await page.getByLabel(accessWords.field.username, { exact: true }).fill("pertama");
  await page.getByLabel(accessWords.field.password, { exact: true }).fill(PASSWORD);
  await page.getByLabel(accessWords.field.passwordAgain, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: accessWords.setup.submit }).click();
  await expect(page.getByRole("heading", { name: words.confirm.title })).toBeVisible();
}

/** Invites a kiosk. @returns the code to be typed at it. */
export async function inviteKiosk(desk: Page, name: string): Promise<string> {
  await desk.goto("/staff/devices");
  await desk.getByLabel(accessWords.kiosks.name, { exact: true }).fill(name);
  await desk.getByRole("button", { name: accessWords.kiosks.invite }).click();
  return (await desk.locator("[data-enrolment-code]").getAttribute("data-enrolment-code")) ?? "";
}
