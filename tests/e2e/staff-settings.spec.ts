import { PNG } from "pngjs";
import type { Page } from "@playwright/test";
import policy from "@/messages/id/policy.json" with { type: "json" };
import settings from "@/messages/id/settings.json" with { type: "json" };
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { DEMO_DATE } from "../support/server";
import { expect, test } from "./fixtures";
import { accessible } from "./inspect";
import { screen } from "./kiosk";
import { signIn } from "./staff";

const TABLETS = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];

/** Nothing reaches past either tablet's side. */
async function fits(page: Page, what: string): Promise<void> {
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    const wide = () =>
      page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        const outside = [...document.querySelectorAll("main button, main input, main select, main textarea")]
          .filter((one) => one.checkVisibility() && !one.classList.contains("sr-only"))
          .filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
        return [scrollWidth - clientWidth, ...outside.map((one) => one.outerHTML.slice(0, 80))];
      });
    await expect.poll(wide, `${what} at ${size.width} x ${size.height}`).toEqual([0]);
  }
}

const part = (page: Page, name: keyof typeof settings.section) =>
  page.getByRole("button", { name: settings.section[name] }).click();
const save = (page: Page) => page.getByRole("button", { name: settings.save }).click();
const field = (page: Page, name: keyof typeof settings.field) =>
  page.getByLabel(settings.field[name], { exact: true });

test("an office sets itself up: seen before it is saved, kept when overtaken, taken again, followed by the kiosk", async ({
  office,
  page,
  browser,
  watch,
}) => {
  const hall = await browser.newContext({ baseURL: office.url, viewport: { width: 1080, height: 1920 } });
  watch(hall);
  const kiosk = await hall.newPage();
  await kiosk.goto("/kiosk");
  await expect(screen(kiosk, "attract")).toBeVisible();
  await signIn(page, "admin");
  await page.goto("/staff/settings");
  const before = await field(page, "name").inputValue();
  // Other tests may have made versions in this office.
  const first = Number(/versi (\d+)/.exec(await page.getByText(/^Berlaku: versi/).innerText())?.[1]);
  await field(page, "name").fill("Kantor Imigrasi Contoh Timur");
  await expect(page.locator('[data-preview="slip-80"]')).toContainText("Kantor Imigrasi Contoh Timur");

  await part(page, "letterhead");
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/png", buffer });
  const emblem = page.locator('input[type="file"]');
  await emblem.setInputFiles(file("lambang.png", Buffer.from("<svg/>")));
  await expect(page.getByText(settings.problem.LOGO_KIND)).toBeVisible();
  await emblem.setInputFiles(file("lambang.png", PNG.sync.write(new PNG({ width: 64, height: 64 }))));
  await expect(page.getByRole("img", { name: settings.logoNow })).toBeVisible();
  await field(page, "letterhead_place").fill("");
  await fits(page, "the letterhead");
  await accessible(page, "the letterhead");

  await part(page, "room");
  await field(page, "complaintRoom_directions").fill("Lantai 2, di depan lift");
  await expect(page.locator('[data-preview="way-OPEN"]')).toContainText("Lantai 2, di depan lift");
  await fits(page, "the complaint room");
  await accessible(page, "the complaint room");

  await part(page, "numbers");
  await field(page, "voucherPrefix").fill("bb1");
  await page.getByRole("button", { name: settings.add }).click();
  await page.getByRole("textbox", { name: /Pola nomor permohonan, baris 1/ }).fill("^JYP/(\\d{6})$");
  await page.getByLabel(settings.try.label).fill("JYP/700001");
  await page.getByRole("button", { name: settings.try.do, exact: true }).click();
  await expect(page.getByText("Terbaca: 700001")).toBeVisible();

  // Nothing is lost by a refusal: each field says what is wrong, in its part.
  await save(page);
  await expect(page.getByText(settings.badFields)).toBeVisible();
  await expect(page.locator('[data-field="voucherPrefix"]')).toContainText(settings.problemAt.voucherPrefix);
  await accessible(page, "settings that were refused");
  await page
    .getByRole("button", { name: `${settings.field.letterhead_place}: ${settings.problem.EMPTY}` })
    .click();
  await field(page, "letterhead_place").fill("Blitar");
  await part(page, "numbers");
  await field(page, "voucherPrefix").fill("K");
  await page
    .getByRole("button", { name: /^Hapus Pola nomor/ })
    .last()
    .click();

  // Meanwhile a colleague changes the calendar.
  const other = await new ActionClient(office).signIn("kepala", DEMO_PASSWORDS.kepala);
  const now = await other.act<{ version: number }>("/staff/calendar", "changeCalendarAction", {
    version: first,
    workingDays: [1, 2, 3, 4, 5, 6],
    hours: { opens: "07:00", closes: "16:00" },
    roomCloses: "15:45",
    holidays: [],
    specialServiceDays: [],
  });
  expect(now).toMatchObject({ ok: true });
  await expect(page.getByText(/Sementara itu .* mengubah pengaturan/)).toBeVisible();
  await page.getByRole("button", { name: settings.mergeIn }).click();
  await part(page, "room");
  await expect(field(page, "complaintRoom_closes")).toHaveValue("15:45");
  await expect(field(page, "complaintRoom_directions")).toHaveValue("Lantai 2, di depan lift");
  await save(page);
  await expect(page.getByText(`Tersimpan sebagai versi ${first + 2}.`)).toBeVisible();
  await expect(kiosk.getByText("Kantor Imigrasi Contoh Timur")).toBeVisible();

  await part(page, "printing");
  await expect(page.locator('[data-preview="slip-58"]')).toBeVisible();
  await fits(page, "printing");
  await part(page, "privacy");
  await field(page, "retention_days").fill("30");
  await save(page);
  await expect(page.getByText(/lebih lama dari 30 hari/)).toBeVisible();
  await page.getByRole("button", { name: settings.retention.no }).click();
  await page.getByRole("button", { name: settings.reset }).click();

  await page.getByRole("link", { name: settings.allVersions }).click();
  const version = (number: number) => page.locator(`[data-version="${number}"]`);
  await expect(version(first + 2)).toContainText(`${before} → Kantor Imigrasi Contoh Timur`);
  await expect(version(first + 1)).toContainText("Sabtu");
  await accessible(page, "versions of the settings");
  await page.getByRole("link", { name: `Pakai lagi versi ${first}`, exact: true }).click();
  await expect(page.getByRole("heading", { name: `Memakai lagi versi ${first}` })).toBeVisible();
  await fits(page, "a version to be taken again");
  await page.getByRole("button", { name: settings.takeDo }).click();
  await expect(version(first + 3)).toContainText(settings.inForce);
  await expect(kiosk.getByText(before)).toBeVisible();
  await hall.close();
});

test("the head tries a further version of the rules and adds it; everybody else reads", async ({ page }) => {
  await signIn(page, "kepala");
  await page.goto("/staff/settings/policy");
  await page.getByLabel(policy.form.minutes).fill("20");
  await page.getByLabel(policy.form.validFrom).fill(DEMO_DATE);
  await page.getByRole("button", { name: policy.form.preview }).click();
  await expect(page.getByText(policy.problem.TOO_EARLY)).toBeVisible();
  await page.getByLabel(policy.form.validFrom).fill("2026-12-01");
  await page.getByText(policy.channel.WALK_IN, { exact: true }).last().click();
  await page.getByRole("button", { name: policy.form.preview }).click();
  const examples = page.locator("[data-examples]");
  await expect(examples.locator("[data-differs]").filter({ hasText: "Datang langsung" })).toContainText(
    policy.outcome.ELIGIBLE,
  );
  await expect(examples).toContainText("Peringatan aula 30 menit");
  await fits(page, "a policy that is tried");
  await accessible(page, "a policy that is tried");
  await page.getByRole("button", { name: "Tambahkan versi 2" }).click();
  await expect(page.locator('[data-policy="2"]')).toContainText("berlaku mulai Selasa, 1 Desember 2026");
  await expect(page.locator('[data-policy="1"]')).toContainText("berlaku sejak");

  // A page that still stands would ask after its session, and be told that there is none.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signIn(page, "petugas");
  await page.goto("/staff/settings/policy");
  await expect(page.getByRole("heading", { name: policy.readings.title })).toBeVisible();
  await expect(page.getByText(policy.form.title)).toBeHidden();
  await page.goto("/staff/settings");
  await expect(page.locator("[data-not-allowed]")).toBeVisible();
});
