import files from "@/messages/id/import.json" with { type: "json" };
import { feedToken } from "../support/feed";
import { expect, test } from "./fixtures";
import { accessible, accessWords, signIn } from "./staff";

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

test("headings that nobody knows are told apart once, and the next file with them reads by itself", async ({
  page,
}) => {
  await signIn(page, "penyelia");
  await page.goto("/staff/import");
  const rows = (...ids: string[]) => ids.map((id) => `${id},24/11/26 08.00,Ren\u00e9e Contoh`).join("\n");
  const file = (...ids: string[]) => ({
    name: "antrian.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Kode ZZ,Cetak ZZ,Pemohon ZZ\n${rows(...ids)}\n`, "latin1"),
  });
  const chosen = page.locator('input[type="file"]');
  await chosen.setInputFiles(file("E2E-11"));
  await expect(page.getByText(files.problems.NO_TICKET_ID).first()).toBeVisible();
  await accessible(page);
  for (const [heading, field] of [
    ["Kode ZZ", "ticketId"],
    ["Cetak ZZ", "biometricTicketAt"],
    ["Pemohon ZZ", "applicantName"],
  ] as const)
    await page.getByLabel(heading).selectOption(field);
  await page.getByRole("button", { name: files.saveColumns }).click();
  await expect(page.locator('[data-verdict="CREATED"]')).toContainText("1");
  await chosen.setInputFiles(file("E2E-12", "E2E-13"));
  await page.getByRole("button", { name: "Catat 2 baris" }).click();
  await expect(page.getByRole("heading", { name: files.done })).toBeVisible();
});

test("an officer is told whose page importing is", async ({ page }) => {
  await signIn(page, "petugas");
  await page.goto("/staff/import");
  await expect(page.locator("[data-not-allowed]")).toContainText(accessWords.role.supervisor);
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

test("an address of the API says which methods it has to whoever comes with another", async ({ request }) => {
  for (const [path, allow] of [
    ["/api/v1/queue/tickets", "POST, OPTIONS"],
    ["/api/v1/queue/tickets/lookup", "POST, OPTIONS"],
    ["/api/v1/openapi.json", "GET, HEAD, OPTIONS"],
    ["/api/v1/health", "GET, HEAD, OPTIONS"],
  ] as const) {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !allow.includes(one))) {
      const answer = await request.fetch(path, { method });
      expect([answer.status(), answer.headers().allow]).toEqual([405, allow]);
      expect(await answer.json()).toMatchObject({ code: "METHOD_NOT_ALLOWED", status: 405 });
    }
    expect((await request.fetch(path, { method: "OPTIONS" })).headers().allow).toBe(allow);
  }
});
