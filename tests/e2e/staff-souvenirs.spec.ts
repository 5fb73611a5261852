import type { Page } from "@playwright/test";
import souvenirs from "@/messages/id/souvenirs.json" with { type: "json" };
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { newKey } from "../support/keys";
import { countPrints, expect, prints, test } from "./fixtures";
import { accessible } from "./inspect";
import { button, scan } from "./kiosk";
import { misfits } from "./misfits";
import { signIn, words } from "./staff";
import { duty, issue, souvenirOf } from "./vouchers";

const TABLETS = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];

/** Everything stands within the tablet and can be touched; a staff page may be longer than the screen. */
async function fits(page: Page, what: string): Promise<void> {
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    const beside = async () =>
      (await misfits(page)).filter((misfit) => !/^the page is \d+ high$/.test(misfit));
    await expect.poll(beside, `${what} at ${size.width} x ${size.height}`).toEqual([]);
  }
}

const gift = words.duty.SOUVENIR;
const shelf = (page: Page, item: string) => page.locator(`[data-item="${item}"]`);

/** An item with so many on the shelf, added by a supervisor on the page. */
async function addItem(page: Page, name: string, stock: string): Promise<void> {
  await page.goto("/staff/souvenirs");
  await button(page, souvenirs.stock.add).click();
  await page.getByLabel(souvenirs.form.add.name).fill(name);
  await button(page, souvenirs.form.save).click();
  await expect(page.getByText(souvenirs.form.number)).toBeVisible();
  await page.getByLabel(souvenirs.form.add.stock).fill(stock);
  await button(page, souvenirs.form.save).click();
  await expect(shelf(page, name)).toContainText(`${stock} tersisa`);
}

test("the last souvenir goes to one tablet, the other promises it, and it is handed over later", async ({
  office,
  page,
  context,
  browser,
  watch,
}) => {
  const name = "Tumbler";
  const supervisors = await browser.newContext({
    baseURL: office.url,
    viewport: { width: 1180, height: 820 },
  });
  watch(supervisors);
  const desk = await supervisors.newPage();
  await signIn(desk, "penyelia");
  await addItem(desk, name, "1");
  await expect(desk.locator('[data-strip="souvenirs"]')).toContainText(`${name} tinggal 1`);
  await fits(desk, "the page of souvenirs, for a supervisor");
  await accessible(desk, "the page of souvenirs, for a supervisor");

  await countPrints(context);
  const { slip, booking, kiosk } = await issue(office);
  await signIn(page, "petugas");
  await scan(page, slip.shortCode);
  await duty(page, "SOUVENIR")
    .getByRole("radio", { name: new RegExp(name) })
    .check();

  // The other tablet is quicker by a moment: this one learns it in words and keeps its choice.
  const other = await new ActionClient(office).signIn("penyelia", DEMO_PASSWORDS.penyelia);
  const { slip: quicker } = await issue(office);
  const found = await other.act<{ voucherId: string }>("/staff", "findVoucherAction", {
    scanned: quicker.shortCode,
  });
  if (!found.ok) throw new Error(found.code);
  const step = { voucherId: found.value.voucherId, step: "SOUVENIR", souvenirId: souvenirOf(office, name) };
  expect((await other.act("/staff", "recordStepAction", { ...step, key: newKey() })).ok).toBe(true);
  await expect(duty(page, "SOUVENIR")).toContainText(`${name} habis`);
  await expect(duty(page, "SOUVENIR").getByRole("radio", { name: new RegExp(name) })).toBeChecked();
  await fits(page, "a voucher whose souvenir has run out");
  await accessible(page, "a voucher whose souvenir has run out");

  await duty(page, "SOUVENIR").getByRole("button", { name: gift.promise, exact: true }).click();
  await expect(duty(page, "SOUVENIR")).toContainText(/Kode pada slip janji: [0-9A-Z]{4}-[0-9A-Z]{4}/);
  await button(page, words.voucher.reprintHere).click();
  await expect.poll(() => prints(page)).toBe(1);
  await expect(page.locator('[data-slip="promise"]')).toContainText(name);
  await button(page, words.voucher.reprintDone).click();
  for (const part of ["APOLOGY", "PRIORITY"] as const)
    await duty(page, part).getByRole("button", { name: words.duty[part].do, exact: true }).click();
  await expect(page.getByRole("heading", { name: words.voucher.completed })).toBeVisible();
  expect(await kiosk.check(booking)).toMatchObject({
    value: { outcome: "ALREADY_RECEIVED", souvenirPromised: true },
  });
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await duty(page, "SOUVENIR").innerText())?.[0] ?? "";

  // Scanned on another page the slip says where it belongs.
  await page.getByRole("link", { name: words.nav.home, exact: true }).click();
  await expect(page.getByRole("heading", { name: words.confirm.title })).toBeVisible();
  await scan(page, `JNJP${code.replace("-", "")}`);
  await expect(page.getByText(words.refusal.PROMISE_SLIP)).toBeVisible();

  await page.getByRole("link", { name: words.nav.souvenirs, exact: true }).click();
  const promise = page.locator(`[data-promise="${slip.number}"]`);
  await expect(promise).toContainText(name);
  await scan(page, `JNJP${code.replace("-", "")}`);
  await expect(page.getByText("1 janji ditemukan")).toBeVisible();
  await promise.getByRole("button").click();
  await expect(promise).toContainText(`${name} masih habis`);
  await fits(page, "a promise whose item has still run out");
  await accessible(page, "a promise whose item has still run out");

  await desk.setViewportSize({ width: 1180, height: 820 });
  await button(desk, `${souvenirs.stock.deliver}: ${name}`).click();
  await expect(desk.getByRole("alertdialog")).toContainText("Tercatat sekarang: 0.");
  await desk.getByLabel(souvenirs.form.deliver.amount).fill("12");
  await button(desk, souvenirs.form.save).click();
  await expect(shelf(desk, name)).toContainText("12 tersisa");

  await promise.getByRole("button", { name: souvenirs.promises.giveDo }).click();
  await expect(page.locator(`[data-kept="${slip.number}"]`)).toContainText(`${name} diserahkan`);
  await expect(promise).toBeHidden();
  await expect(shelf(page, name)).toContainText("11 tersisa");
  await expect(shelf(desk, name)).toContainText("11 tersisa");
  expect(await kiosk.check(booking)).toMatchObject({ value: { souvenirPromised: false } });

  await page
    .locator(`[data-kept="${slip.number}"]`)
    .getByRole("button", { name: `${souvenirs.promises.undo}: ${slip.number}` })
    .click();
  await expect(promise).toBeVisible();
  await expect(shelf(page, name)).toContainText("12 tersisa");
  await supervisors.close();
});

test("an officer changes no stock; a supervisor's count that was overtaken keeps what was typed", async ({
  office,
  page,
}) => {
  const name = "Notes";
  await signIn(page, "penyelia");
  await addItem(page, name, "9");
  const officer = await new ActionClient(office).signIn("petugas", DEMO_PASSWORDS.petugas);
  const souvenirId = souvenirOf(office, name);
  const count = { souvenirId, revision: 0, seen: 9, counted: 90, reason: "Contoh alasan", key: newKey() };
  expect(await officer.act("/staff/souvenirs", "countSouvenirAction", count)).toMatchObject({
    code: "NOT_ALLOWED",
  });

  await button(page, `${souvenirs.stock.count}: ${name}`).click();
  await page.getByLabel(souvenirs.form.count.amount).fill("8");
  await page.getByLabel(souvenirs.form.count.note).fill("Satu rusak");
  const supervisor = await new ActionClient(office).signIn("penyelia", DEMO_PASSWORDS.penyelia);
  const delivery = { souvenirId, revision: 0, pieces: 5, key: newKey() };
  expect(await supervisor.act("/staff/souvenirs", "deliverSouvenirAction", delivery)).toMatchObject({
    ok: true,
  });
  await button(page, souvenirs.form.save).click();
  await expect(page.getByRole("alert").filter({ hasText: "sekarang 14" })).toBeVisible();
  await expect(page.getByLabel(souvenirs.form.count.note)).toHaveValue("Satu rusak");
  await expect(page.getByText("Tercatat sekarang: 14.")).toBeVisible();
  await page.getByLabel(souvenirs.form.count.amount).fill("13");
  await button(page, souvenirs.form.save).click();
  await expect(shelf(page, name)).toContainText("13 tersisa");
  await page.getByText(souvenirs.movements.title).click();
  await expect(page.getByText("Satu rusak")).toBeVisible();
});
