import type { Page } from "@playwright/test";
import { ActionClient } from "../support/action-client";
import { applicant, officeNow, pushTickets } from "../support/feed";
import type { RunningServer } from "../support/server";
import { expect, test } from "./fixtures";
import { button, scan } from "./kiosk";
import { signIn, words } from "./staff";
import { duty, issue } from "./vouchers";

async function writeReason(page: Page, label: string): Promise<void> {
  await page.getByLabel(words.reason.label, { exact: true }).fill("Contoh alasan untuk pengujian");
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByRole("button", { name: label })
    .click();
}

test.describe("a voucher on the tablet", () => {
  test("is found by scanner, confirmed in three taps, and a second tablet sees it at once", async ({
    office,
    page,
    browser,
    watch,
  }) => {
    const { slip, booking, kiosk } = await issue(office);
    const second = await browser.newContext({ baseURL: office.url, viewport: { width: 1180, height: 820 } });
    watch(second);
    const other = await second.newPage();
    await signIn(other, "penyelia");
    await other.goto("/staff/vouchers?show=completed");
    await expect(other.getByRole("heading", { name: words.vouchers.title })).toBeVisible();
    await expect(other.getByText(words.live.connected)).toBeVisible();
    await expect(other.getByRole("link", { name: slip.number })).toBeHidden();

    await signIn(page, "petugas");
    await scan(page, slip.shortCode);
    await expect(page.locator("#voucher-name")).toBeVisible();
    for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"] as const) {
      await duty(page, step).getByRole("button", { name: words.duty[step].do, exact: true }).click();
      await expect(duty(page, step).getByRole("button", { name: words.duty.undo })).toBeVisible();
    }
    await expect(page.getByRole("heading", { name: words.voucher.completed })).toBeVisible();
    await expect(other.getByRole("link", { name: slip.number })).toBeVisible();

    const again = await kiosk.check(booking);
    expect(again).toMatchObject({ ok: true, value: { outcome: "ALREADY_RECEIVED", number: slip.number } });

    await duty(page, "PRIORITY").getByRole("button", { name: words.duty.undo }).click();
    await expect(duty(page, "PRIORITY").getByRole("button", { name: words.duty.PRIORITY.do })).toBeVisible();
    await expect(other.getByRole("link", { name: slip.number })).toBeHidden();
    await second.close();
  });

  test("refuses a step that another tablet has recorded, and says who and when", async ({ office, page }) => {
    const { slip } = await issue(office);
    await signIn(page, "petugas");
    await scan(page, slip.shortCode);
    await expect(duty(page, "APOLOGY")).toBeVisible();
    const client = await new ActionClient(office).signIn("penyelia", "penyelia-contoh");
    const found = await client.act<{ voucherId: string }>("/staff", "findVoucherAction", {
      scanned: slip.shortCode,
    });
    const voucherId = found.ok ? found.value.voucherId : "";
    const key = "0123456789abcdef-race";
    const first = await client.act("/staff", "recordStepAction", { voucherId, step: "APOLOGY", key });
    expect(first.ok).toBe(true);
    const again = await client.act("/staff", "recordStepAction", {
      voucherId,
      step: "APOLOGY",
      key: "fedcba9876543210-race",
    });
    expect(again).toMatchObject({ ok: false, code: "ALREADY_DONE", details: { byName: "Pengawas Contoh" } });
    await expect(duty(page, "APOLOGY")).toContainText("Pengawas Contoh");
  });

  test("can be decided otherwise with a reason, and opened again", async ({ office, page }) => {
    const { slip, booking, kiosk } = await issue(office);
    await signIn(page, "petugas");
    await scan(page, slip.shortCode);
    await button(page, words.voucher.withhold).click();
    await page.getByRole("button", { name: words.reason.withhold.do }).click();
    await expect(page.getByText("paling sedikit")).toBeVisible();
    await writeReason(page, words.reason.withhold.do);
    await expect(page.getByRole("heading", { name: words.obstacle.withheldTitle })).toBeVisible();
    expect(await kiosk.check(booking)).toMatchObject({ value: { outcome: "SEE_OFFICER" } });
    await button(page, words.obstacle.reopen).click();
    await writeReason(page, words.reason.reopen.do);
    await expect(duty(page, "APOLOGY").getByRole("button", { name: words.duty.APOLOGY.do })).toBeVisible();
  });

  test("that nobody issued, or a code that is none, is refused in words", async ({ page }) => {
    await signIn(page, "petugas");
    await scan(page, "JNJ100000000000000000000000000000000");
    await expect(page.getByText(words.refusal.UNKNOWN_CODE)).toBeVisible();
    await page.getByLabel(/Kode di bawah QR/).fill("ZZZZ-9999");
    await button(page, words.confirm.find).click();
    await expect(page.getByText(words.refusal.UNKNOWN_CODE)).toBeVisible();
  });
});

/** The page of a ticket, found by its whole booking: last digits may be another's, too. */
async function openTicket(page: Page, booking: string): Promise<void> {
  await page.goto("/staff/tickets");
  await page.getByLabel(words.tickets.query).fill(booking);
  await button(page, words.tickets.find).click();
  await page.getByRole("link", { name: new RegExp(booking.slice(-4)) }).click();
  await expect(page.getByRole("heading", { name: words.ticket.decide })).toBeVisible();
}

test.describe("a ticket without a voucher", () => {
  const flagged = async (office: RunningServer) => {
    const ticket = applicant(await officeNow(office), 150, { underReview: true });
    await pushTickets(office, [ticket]);
    return ticket.bookingCode;
  };

  test("shows an officer nothing of the review flag", async ({ office, page }) => {
    const booking = await flagged(office);
    const seen: string[] = [];
    page.on("response", (response) => {
      if (/html|x-component|json/.test(response.headers()["content-type"] ?? ""))
        void response.text().then(
          (text) => seen.push(text),
          () => undefined,
        );
    });
    await signIn(page, "petugas");
    await openTicket(page, booking);
    await expect(page.getByText(words.clause.g.AUTHORISED_OFFICIAL)).toBeVisible();
    await expect(button(page, words.ticket.grant)).toBeHidden();
    await expect(button(page, words.ticket.flag.look)).toBeHidden();
    await page.reload();
    seen.push(await page.content());
    expect(seen.join("\n")).toContain(booking.slice(-4));
    expect(seen.join("\n")).not.toMatch(/underReview|under_review"?:|UNDER_REVIEW"?[,}]/);
  });

  test("shows a supervisor the flag when asked, and is granted with a reason", async ({ office, page }) => {
    const booking = await flagged(office);
    await signIn(page, "penyelia");
    await openTicket(page, booking);
    await expect(page.getByText(words.ticket.flag.UNDER_REVIEW)).toBeHidden();
    await button(page, words.ticket.flag.look).click();
    await expect(page.getByText(words.ticket.flag.UNDER_REVIEW)).toBeVisible();
    await button(page, words.ticket.grant).click();
    await writeReason(page, words.reason.grant.do);
    await expect(page.locator("#voucher-name")).toBeVisible();
    await expect(page.getByText("Contoh alasan untuk pengujian").first()).toBeVisible();
  });
});

test("a ticket is entered by hand and its clock begins", async ({ office, page }) => {
  await signIn(page, "petugas");
  await page.goto("/staff/queue");
  const number = `H-${String(Date.now() % 1000).padStart(3, "0")}`;
  await page.getByLabel(words.queue.number, { exact: true }).fill(number);
  await scan(page, "Nomor Permohonan: 9977001122334455");
  await expect(page.getByLabel(words.queue.booking, { exact: true })).toHaveValue(/9977001122334455/);
  await expect(page.getByLabel(words.queue.number, { exact: true })).toHaveValue(number);
  await button(page, words.queue.submit).click();
  await expect(page.getByText(words.queue.saved.replace("{number}", number))).toBeVisible();
  const kiosk = await new ActionClient(office).enrol();
  const answer = await kiosk.check("9977001122334455");
  expect(answer).toMatchObject({ value: { outcome: "NOT_YET", ticket: { queueNumber: number } } });
});
