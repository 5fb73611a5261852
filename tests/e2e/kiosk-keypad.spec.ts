import { expect, test } from "./fixtures";
import { awake, button, screen, touchKeypad, words } from "./kiosk";
import { arrive, RULED } from "./outcomes";

/** The digits as a screen reader has them: the drawn places are for eyes only. */
const entered = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, "$1 ");

test.describe("a booking number on the keypad", () => {
  test("reaches every outcome of the rules", async ({ office, kiosk }) => {
    for (const { outcome, screen: name, prepare } of RULED) {
      await test.step(outcome, async () => {
        await touchKeypad(kiosk, await prepare(office));
        await expect(screen(kiosk, name)).toBeVisible();
        await kiosk.reload();
        await awake(kiosk);
      });
    }
  });

  test("is typed on hardware keys, corrected, and sent with Enter", async ({ office, kiosk }) => {
    const digits = await arrive(office, 70);
    await button(kiosk, words.attract.keypad).click();
    await expect(screen(kiosk, "keypad")).toBeVisible();
    for (const key of [...digits.slice(0, 5), "9", "Backspace", ...digits.slice(5)]) {
      await kiosk.keyboard.press(key, { delay: 120 });
    }
    await expect(kiosk.locator(".digits")).toContainText(entered(digits));
    await button(kiosk, words.keypad.submit).press("Enter");
    await expect(screen(kiosk, "not-yet")).toBeVisible();
  });

  test("is pasted", async ({ office, kiosk }) => {
    const digits = await arrive(office, 70);
    await button(kiosk, words.attract.keypad).click();
    await expect(screen(kiosk, "keypad")).toBeVisible();
    await kiosk.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, entered(digits));
    await expect(kiosk.locator('[data-digits="16"]')).toContainText(entered(digits));
    await button(kiosk, words.keypad.submit).click();
    await expect(screen(kiosk, "not-yet")).toBeVisible();
  });

  test("is sent only when it is whole, and the screen says what is missing", async ({ kiosk }) => {
    await button(kiosk, words.attract.keypad).click();
    for (const digit of "123") await button(kiosk, digit).click();
    await expect(kiosk.locator("#keypad-remaining")).toContainText("13");
    // It stays in reach and says why it waits, so it is pressed here as a person would.
    await button(kiosk, words.keypad.submit).click({ force: true });
    await expect(screen(kiosk, "keypad")).toBeVisible();
    await button(kiosk, words.keypad.backspace).click();
    await expect(kiosk.locator('[data-digits="2"]')).toBeVisible();
    await button(kiosk, words.keypad.clear).click();
    await expect(kiosk.locator('[data-digits="0"]')).toBeVisible();
  });
});
