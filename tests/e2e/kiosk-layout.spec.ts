import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { accessible, SIZES } from "./inspect";
import { button, scan, screen, words } from "./kiosk";
import { misfits } from "./misfits";
import { ALL } from "./outcomes";
import { received } from "./vouchers";

/** Both languages, the larger text, the low buttons: on each of them everything must fit, and axe find nothing. */
async function inspect(page: Page, name: string, axeIn: string | null): Promise<void> {
  const toggle = (label: string) => button(page, label).click();
  for (const language of ["English", "Indonesia"]) {
    await toggle(language);
    await expect(screen(page, name)).toBeVisible();
    await expect.poll(() => misfits(page), `${name}, ${language}`).toEqual([]);
    if (language !== axeIn) continue;
    await accessible(page, `${name}, ${language}`);
  }
  await toggle(words.controls.largeText);
  await expect.poll(() => misfits(page), `${name}, larger text`).toEqual([]);
  await toggle(words.controls.lowButtons);
  await expect.poll(() => misfits(page), `${name}, larger text, low buttons`).toEqual([]);
  await toggle(words.controls.largeText);
  await expect.poll(() => misfits(page), `${name}, low buttons`).toEqual([]);
  await toggle(words.controls.lowButtons);
}

for (const size of SIZES) {
  test.describe(`at ${size.width} x ${size.height}`, () => {
    test.use({ viewport: size });
    // What a screen reader gets does not depend on the size: the upright totem is asked in one language, a tablet in the other.
    const axeIn = { 1080: "Indonesia", 1180: "English" }[size.width] ?? null;

    test("every screen fits, can be touched and is accessible, in both languages", async ({
      office,
      kiosk,
    }) => {
      test.setTimeout(300_000);
      await inspect(kiosk, "attract", axeIn);
      await button(kiosk, words.attract.keypad).click();
      await inspect(kiosk, "keypad", axeIn);
      await button(kiosk, words.keypad.cancel).click();
      await button(kiosk, words.attract.info).click();
      await inspect(kiosk, "info", axeIn);
      const again = { screen: "already-received", prepare: received };
      for (const { screen: name, prepare } of [...ALL, again]) {
        await scan(kiosk, await prepare(office));
        await expect(screen(kiosk, name)).toBeVisible();
        const asked = button(kiosk, words.eligible.yes);
        if (name === "eligible" || name === "see-officer") await expect(asked).toBeVisible();
        await inspect(kiosk, name, axeIn);
      }
    });
  });
}
