// npm run screens -- http://localhost:3000: pictures of a running demo office for docs/screens.
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { existsSync } from "node:fs";

const [address = "http://localhost:3000", folder = "docs/screens"] = process.argv.slice(2);
const debian = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({
  ...(existsSync(debian) ? { executablePath: debian } : {}),
  args: ["--no-sandbox", "--disable-background-networking", "--disable-quic"],
});

const picture = (page: Page, name: string) => page.screenshot({ path: `${folder}/${name}.png` });

/** The demo page's numbers in the order of its cards: what each one shows is its heading. */
async function showcase(context: BrowserContext): Promise<Map<string, string>> {
  const page = await context.newPage();
  await page.goto(`${address}/demo`);
  const cards = page.locator("[data-case]");
  await cards.first().waitFor();
  const found = await cards.evaluateAll((all) =>
    all.map((card) => [
      card.getAttribute("data-case") ?? "",
      /\d{4}\s\d{4}\s\d{4}\s\d{4}/.exec(card.textContent)?.[0].replace(/\s/g, "") ?? "",
    ]),
  );
  await page.close();
  return new Map(found.map(([name, number]) => [name ?? "", number ?? ""]));
}

async function scan(page: Page, number: string, screen: string): Promise<void> {
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await page.locator(`[data-screen="${screen}"]`).waitFor();
  // The picture is of the screen at rest, after its one slow movement.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

const hall = await browser.newContext({ viewport: { width: 1080, height: 1920 }, reducedMotion: "reduce" });
const numbers = await showcase(hall);
const kiosk = await hall.newPage();
await kiosk.goto(`${address}/kiosk`);
await kiosk.locator('[data-screen="attract"]').waitFor();
await picture(kiosk, "kiosk-attract");
for (const [name, screen] of [
  ["not-yet", "not-yet"],
  ["lost-passport", "see-officer"],
  ["eligible", "eligible"],
] as const) {
  await scan(kiosk, numbers.get(name) ?? "", screen);
  await picture(kiosk, `kiosk-${screen}`);
}
const number = await kiosk.locator('[data-screen="eligible"]').getByRole("status").first().textContent();
await kiosk.emulateMedia({ media: "print" });
await kiosk.locator("#slip-sheet").screenshot({ path: `${folder}/slip-80mm.png` });

const tablet = await browser.newContext({ viewport: { width: 1180, height: 820 } });
const desk = await tablet.newPage();
await desk.goto(`${address}/staff/sign-in`);
await desk
  .getByRole("button", { name: /petugas/i })
  .first()
  .click();
await desk.waitForURL(`${address}/staff`);
await picture(desk, "tablet-scan");
await desk.goto(`${address}/staff/vouchers`);
await desk.locator('a[href^="/staff/vouchers/"]').first().click();
await desk.waitForURL(/\/staff\/vouchers\/.+/);
await desk.getByRole("heading", { level: 1 }).first().waitFor();
await picture(desk, "tablet-confirm");
console.log(`pictures in ${folder}: ${String(number)}`);
await browser.close();
