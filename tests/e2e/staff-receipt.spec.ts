import type { Page } from "@playwright/test";
import receipt from "@/messages/id/receipt.json" with { type: "json" };
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { newKey } from "../support/keys";
import { pdfPages } from "../support/pdf-text";
import { SCRAWL } from "../support/signature";
import { expect, test } from "./fixtures";
import { accessible } from "./inspect";
import { scan } from "./kiosk";
import { misfits } from "./misfits";
import { signIn, words } from "./staff";
import { duty, issue } from "./vouchers";

const TABLETS = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];

/** Everything stands within the tablet; a page may be longer than the screen, a dialog may not. */
async function fits(page: Page, what: string): Promise<void> {
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    const outside = async () => (await misfits(page)).filter((misfit) => /^outside|wide$|apart/.test(misfit));
    await expect.poll(outside, `${what} at ${size.width} x ${size.height}`).toEqual([]);
  }
}

const card = (page: Page) => page.getByRole("article", { name: receipt.title, exact: true });
const field = (page: Page) => page.getByRole("img", { name: receipt.sign.field });
const dialog = (page: Page) => page.getByRole("alertdialog");
const press = (page: Page, name: string) => dialog(page).getByRole("button", { name }).click();

/** Ink in the field, as a part of its pixels. */
const ink = (page: Page) =>
  field(page).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return (
      data.filter((_value, index) => index % 4 === 3 && (data[index] ?? 0) > 127).length / (data.length / 4)
    );
  });

/** Writes on the field as a hand does, stroke by stroke; points are parts of its width and height. */
async function write(
  page: Page,
  strokes: readonly (readonly (readonly [number, number])[])[],
): Promise<void> {
  const box = await field(page).boundingBox();
  if (!box) throw new Error("there is no field");
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  for (const stroke of strokes) {
    for (const [index, point] of stroke.entries()) {
      await page.mouse.move(...at(point));
      if (index === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

const loops = Array.from({ length: 60 }, (_empty, step) => {
  const turn = (step / 60) * Math.PI * 8;
  return [0.2 + step * 0.008 + 0.05 * Math.cos(turn), 0.5 + 0.22 * Math.sin(turn) * (1 - step / 90)] as const;
});
const underline = Array.from(
  { length: 15 },
  (_empty, step) => [0.22 + step * 0.035, 0.8 - step * 0.004] as const,
);

test("an applicant signs on the tablet, and the receipt is printed; an undo cancels it", async ({
  office,
  page,
}) => {
  const { slip } = await issue(office);
  await signIn(page, "petugas");
  await scan(page, slip.shortCode);
  await duty(page, "APOLOGY").getByRole("button", { name: words.duty.APOLOGY.do, exact: true }).click();
  await expect(card(page)).toBeHidden();
  await duty(page, "SOUVENIR").getByRole("button", { name: words.duty.SOUVENIR.do, exact: true }).click();
  await card(page).getByRole("button", { name: receipt.card.sign }).click();
  await expect(dialog(page)).toContainText(receipt.statement.v1.apology);
  await expect(dialog(page)).toContainText(/Saya telah menerima cendera mata: [A-Z][\w ]+\./);
  await expect(dialog(page)).toContainText(/I have received a souvenir: [A-Z][\w ]+\./);

  await dialog(page).getByRole("button", { name: receipt.sign.waiting }).click({ force: true });
  await expect(dialog(page)).not.toContainText(receipt.sign.tooSmall);
  await write(page, [
    [
      [0.5, 0.5],
      [0.5, 0.505],
    ],
  ]);
  await press(page, receipt.sign.save);
  await expect(dialog(page)).toContainText(receipt.sign.tooSmall);
  await fits(page, "a signature that is too small");
  await press(page, receipt.sign.clear);
  await expect.poll(() => ink(page)).toBe(0);

  await write(page, [loops, underline]);
  const drawn = await ink(page);
  expect(drawn).toBeGreaterThan(0.002);
  // The tablet is turned, and turned back: what was written stays, in its place and of its weight.
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    await expect.poll(async () => Math.abs((await ink(page)) / drawn - 1)).toBeLessThan(0.35);
  }
  await fits(page, "the signing screen");
  await accessible(page, "the signing screen");
  await press(page, receipt.sign.save);
  await expect(dialog(page)).toContainText(receipt.sign.thanks);
  await accessible(page, "the thanks after signing");
  await press(page, receipt.sign.done);
  await expect(card(page)).toContainText("dicatat oleh");
  await expect(card(page).getByRole("button")).toHaveCount(0);
  await fits(page, "a voucher with its receipt");

  const link = (await card(page).getByRole("link", { name: receipt.card.print }).getAttribute("href")) ?? "";
  const printed = await page.request.get(link);
  expect(printed.headers()).toMatchObject({ "content-type": "application/pdf", "cache-control": "no-store" });
  expect(printed.headers()["content-disposition"]).toMatch(
    /^inline; filename="tanda-terima-[\d-]+-K-\d{3}-1\.pdf"$/,
  );
  const pages = await pdfPages(await printed.body());
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain(`Nomor voucher ${slip.number}`);
  expect(pages[0]).toContain("Ditandatangani secara elektronik pada");
  expect(pages[1]).toContain("Lembar untuk kantor");
  const signed = link.replace(/document$/, "signed-document");
  const picture = link.replace(/document$/, "signature");
  for (const closed of [signed, picture]) expect((await page.request.get(closed)).status()).toBe(403);

  // A supervisor may see the signature; a tablet that shows what no longer stands cannot sign for it.
  const desk = await new ActionClient(office).signIn("penyelia", DEMO_PASSWORDS.penyelia);
  const found = await desk.act<{ voucherId: string }>("/staff", "findVoucherAction", {
    scanned: slip.shortCode,
  });
  if (!found.ok) throw new Error(found.code);
  const { voucherId } = found.value;
  const seen = { apologyAt: 0, souvenirAt: 0 };
  const late = { voucherId, seen, signature: SCRAWL, key: newKey() };
  expect(await desk.act(`/staff/vouchers/${voucherId}`, "signReceiptAction", late)).toMatchObject({
    code: "SIGNED_FOR_CHANGED",
  });
  const svg = await desk.fetch(picture);
  expect(svg.headers.get("content-type")).toBe("image/svg+xml");
  expect((await svg.text()).match(/<path /g)?.length).toBeGreaterThan(30);
  const whole = new Uint8Array(await (await desk.fetch(signed)).arrayBuffer());
  expect((await pdfPages(whole))[0]).toMatch(/Ditandatangani \d+ \w+ \d{4} pukul/);

  await duty(page, "SOUVENIR").getByRole("button", { name: words.duty.undo, exact: true }).click();
  await expect(card(page)).toContainText("dibatalkan");
  expect((await pdfPages(await (await page.request.get(link)).body()))[0]).toContain("Dibatalkan pada");
  await duty(page, "SOUVENIR").getByRole("button", { name: words.duty.SOUVENIR.do, exact: true }).click();

  // Somebody who cannot sign: the officer is the witness, and says why.
  await card(page).getByRole("button", { name: receipt.card.unsigned }).click();
  await press(page, receipt.unsigned.save);
  await expect(dialog(page)).toContainText(receipt.unsigned.missing);
  await accessible(page, "a receipt without a signature");
  await fits(page, "a receipt without a signature");
  await page.getByLabel(receipt.unsigned.UNABLE).check();
  await press(page, receipt.unsigned.save);
  await expect(card(page)).toContainText("Pemohon tidak dapat menandatangani; disaksikan");
});
