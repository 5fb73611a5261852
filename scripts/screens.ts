// npm run screens -- ADDRESS            the selection in docs/screens, small, from a running demo office
// npm run screens -- ADDRESS FOLDER     every screen in every state, at four sizes; --only=eligible,idle --size=820x1180
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { STATES, type Hall, type ScreenState } from "./screen-states";

const options = process.argv.slice(2).filter((word) => word.startsWith("--"));
const [address = "http://localhost:3000", folder] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
const option = (name: string) =>
  options
    .find((word) => word.startsWith(`--${name}=`))
    ?.split("=")[1]
    ?.split(",");

const SIZES = ["1080x1920", "1920x1080", "820x1180", "1180x820"] as const;
/** Those that are also pictured in English. */
const IN_ENGLISH = new Set([
  "attract-reader",
  "keypad",
  "info",
  "not-yet",
  "eligible",
  "see-officer",
  "outage",
  "unknown",
]);

const debian = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({
  ...(existsSync(debian) ? { executablePath: debian } : {}),
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-quic",
    "--use-fake-device-for-media-stream",
  ],
});

/** The demo page's numbers: what each one shows is its heading. */
async function showcase(): Promise<Hall> {
  const page = await browser.newPage();
  await page.goto(`${address}/demo`);
  const cards = page.locator("[data-case]");
  await cards.first().waitFor();
  const found = await cards.evaluateAll((all) =>
    all.map((card): [string, string] => [
      card.getAttribute("data-case") ?? "",
      /\d{4}\s\d{4}\s\d{4}\s\d{4}/.exec(card.textContent)?.[0].replace(/\s/g, "") ?? "",
    ]),
  );
  await page.close();
  return { address, numbers: new Map(found) };
}

function viewport(size: string): { width: number; height: number } {
  const [width = 0, height = 0] = size.split("x").map(Number);
  return { width, height };
}

/** One enrolled kiosk for all the pictures; each state gets a page of its own with the same cookies. */
let cookies: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;

async function kioskIn(state: ScreenState, hall: Hall, size: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: viewport(size),
    reducedMotion: "reduce",
    ...(cookies ? { storageState: cookies } : {}),
  });
  await context.addInitScript(() => (window.print = () => undefined));
  await state.before?.(context);
  const page = await context.newPage();
  await page.goto(`${address}/kiosk`);
  await page.locator('[data-screen="attract"] [data-camera]:not([data-camera="starting"])').waitFor();
  cookies ??= await context.storageState();
  await state.open(page, hall);
  return page;
}

/** The picture is of the screen at rest, its sheet of paper out. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

async function everything(into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const only = option("only");
  for (const size of option("size") ?? SIZES) {
    const hall = await showcase();
    for (const state of STATES.filter(({ name }) => !only || only.includes(name))) {
      const page = await kioskIn(state, hall, size);
      const picture = async (variant: string) => {
        await rest(page);
        await page.screenshot({ path: `${into}/${size}-${state.name}${variant}.png` });
      };
      const control = (nth: number) =>
        page
          .locator(".screen-foot [aria-pressed]")
          .nth(nth)
          .evaluate((button: HTMLElement) => button.click());
      const [english, large, low] = [1, 2, 3];
      await picture("");
      if (IN_ENGLISH.has(state.name)) {
        await control(english);
        await picture("-english");
        await control(0);
      }
      await control(large);
      await picture("-large");
      await control(large);
      await control(low);
      await picture("-low");
      await page.context().close();
      console.log(`${size} ${state.name}`);
    }
  }
}

/** A WebP of half the size: sharp enough for a page of documentation, and light in the repository. */
async function small(page: Page, name: string, scale = 0.5): Promise<void> {
  await rest(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 82,
    clip: { x: 0, y: 0, width, height, scale },
  });
  writeFileSync(`docs/screens/${name}.webp`, Buffer.from(data, "base64"));
  console.log(`docs/screens/${name}.webp`);
}

/** Which states stand in docs/screens, and at which size. */
const SELECTION: readonly (readonly [state: string, size: (typeof SIZES)[number]])[] = [
  ["attract-reader", "1080x1920"],
  ["not-yet", "1080x1920"],
  ["eligible", "1080x1920"],
  ["see-officer", "1080x1920"],
  ["outage", "1080x1920"],
  ["keypad", "820x1180"],
  ["unknown", "820x1180"],
  ["eligible-no-paper", "1920x1080"],
  ["idle", "1180x820"],
];

async function selection(): Promise<void> {
  const hall = await showcase();
  for (const [name, size] of SELECTION) {
    const state = STATES.find((one) => one.name === name);
    if (!state) throw new Error(`no state ${name}`);
    const page = await kioskIn(state, hall, size);
    await small(page, `kiosk-${name}`, size === "1080x1920" || size === "1920x1080" ? 0.5 : 0.7);
    if (name === "eligible") await slip(page);
    await page.context().close();
  }
  await tablet(browser);
}

async function slip(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("#slip-sheet");
  const box = await sheet.boundingBox();
  await page.setViewportSize({ width: Math.ceil(box?.width ?? 303), height: Math.ceil(box?.height ?? 900) });
  await small(page, "slip-80mm", 1.5);
}

async function tablet(from: Browser): Promise<void> {
  const context = await from.newContext({ viewport: { width: 1180, height: 820 }, reducedMotion: "reduce" });
  const desk = await context.newPage();
  await desk.goto(`${address}/staff/sign-in`);
  await desk
    .getByRole("button", { name: /petugas/i })
    .first()
    .click();
  await desk.waitForURL(`${address}/staff`);
  await small(desk, "tablet-scan", 0.8);
  await desk.goto(`${address}/staff/vouchers`);
  await desk.locator('a[href^="/staff/vouchers/"]').first().click();
  await desk.waitForURL(/\/staff\/vouchers\/.+/);
  await desk.getByRole("heading", { level: 1 }).first().waitFor();
  await small(desk, "tablet-confirm", 0.8);
  await context.close();
}

await (folder ? everything(folder) : selection());
await browser.close();
