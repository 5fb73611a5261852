import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import files from "@/messages/id/import.json" with { type: "json" };
import { feedToken } from "../support/feed";
import { expect, test } from "./fixtures";
import { signIn } from "./staff";

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
}

test("a supervisor sees each row's verdict before a file is recorded", async ({ page }) => {
  await signIn(page, "penyelia");
  await page.goto("/staff/import");
  const rows = ["E2E-1;24/11/2026 08:00;Baru", "E2E-2;kemarin;Baru"];
  const text = `\uFEFFsep=;\r\nNo Tiket;Jam Ambil Nomor;Jenis Permohonan\r\n${rows.join("\r\n")}\r\n`;
  const file = { name: "antrian.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.locator('[data-verdict="CREATED"]')).toContainText("1");
  await expect(page.locator('[data-verdict="REFUSED"]')).toContainText("1");
  await expect(page.getByText(files.reasons.DATE_UNREADABLE)).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Catat 1 baris" }).click();
  await expect(page.getByRole("heading", { name: files.done })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.locator('[data-verdict="UNCHANGED"]')).toContainText("1");
});

test("an officer is told that importing needs a supervisor", async ({ page }) => {
  await signIn(page, "petugas");
  await page.goto("/staff/import");
  await expect(page.getByText(files.onlySupervisors)).toBeVisible();
});

test("the API page tells all that its first example needs, in the demo even the token", async ({
  page,
  office,
}) => {
  await page.goto("/api/v1/docs");
  await expect(page.locator("pre").first()).toContainText(feedToken(office));
  await expect(page.locator("#BAD_REQUEST")).toBeVisible();
  await accessible(page);
  const body = (await page.locator("pre").nth(1).innerText()).match(/-d '(.*)'$/s)?.[1] ?? "";
  const answer = await page.request.post("/api/v1/queue/tickets", {
    headers: { authorization: `Bearer ${feedToken(office)}`, "content-type": "application/json" },
    data: JSON.parse(body) as object,
  });
  expect(await answer.json()).toMatchObject({ results: [{ ticketId: "CONTOH-1", result: "CREATED" }] });
});
