// npm run screens                  the selection in docs/screens, small
// npm run screens -- FOLDER        every screen in every state, at four sizes; --only=eligible,idle --size=820x1180
// It starts a demo office of its own, with a printer of the hall and a network that can fail.
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { mkdirSync, writeFileSync } from "node:fs";
import { CHROMIUM } from "../tests/support/chromium";
import { openHall } from "./screen-hall";
import type { ScreenState } from "./screen-kiosk";
import { PAGES, signedIn, type PageState } from "./screen-pages";
import { STATES } from "./screen-states";

const words = process.argv.slice(2);
const folder = words.find((word) => !word.startsWith("--"));
const option = (name: string) =>
  words
    .find((word) => word.startsWith(`--${name}=`))
    ?.split("=")[1]
    ?.split(",");

const TOTEMS = ["1080x1920", "1920x1080"] as const;
const TABLETS = ["820x1180", "1180x820"] as const;
type Size = (typeof TOTEMS)[number] | (typeof TABLETS)[number];
const SIZES: readonly Size[] = [...TOTEMS, ...TABLETS];

/** Those that are also pictured in English. */
const IN_ENGLISH =
  /^(attract-reader|keypad|info|not-yet|eligible|see-officer|outage|unknown|printer-.+|storage)$/;

const browser = await chromium.launch({
  ...CHROMIUM,
  args: [...CHROMIUM.args, "--use-fake-device-for-media-stream"],
});
const hall = await openHall(browser);

function viewport(size: string): { width: number; height: number } {
  const [width = 0, height = 0] = size.split("x").map(Number);
  return { width, height };
}

/** Kiosks enrolled so far by what they are for: each state gets a page of its own with the same cookies. */
const enrolled = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();
const AWAKE = '[data-camera]:not([data-camera="starting"]), [data-screen="closed"]';

async function kioskIn(state: ScreenState, size: Size): Promise<Page> {
  hall.network.set("calm");
  hall.printer.become({ paper: "OK", coverOpen: false, rollEndsAfter: null });
  hall.become(state.office ?? {});
  const role = state.kiosk ?? "usual";
  const known = enrolled.get(role);
  const context = await browser.newContext({
    viewport: viewport(size),
    reducedMotion: "reduce",
    ...(known ? { storageState: known } : {}),
  });
  await context.addInitScript(() => (window.print = () => undefined));
  await state.before?.(context);
  const page = await context.newPage();
  await page.goto(`${hall.network.url}/kiosk`);
  await page.locator(AWAKE).waitFor();
  if (!known && role !== "once") enrolled.set(role, await context.storageState());
  if (!known && role === "printer") hall.connectPrinter();
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

async function pictures(state: ScreenState, size: Size, into: string): Promise<void> {
  const page = await kioskIn(state, size);
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
  if (!state.still) {
    if (IN_ENGLISH.test(state.name)) {
      await control(english);
      await picture("-english");
      await control(0);
    }
    await control(large);
    await picture("-large");
    await control(large);
    await control(low);
    await picture("-low");
  }
  await page.context().close();
}

/** A printer out of paper, and somebody whose slip did not come: what the staff pages' banner tells. */
async function trouble(): Promise<void> {
  const state = STATES.find(({ name }) => name === "printer-paper-out");
  const page = state && (await kioskIn(state, "1080x1920"));
  await page?.context().close();
}

async function openPage(tablet: BrowserContext, state: PageState, size: Size): Promise<Page> {
  if (state.name.startsWith("staff-alerts")) await trouble();
  const page = await tablet.newPage();
  await page.setViewportSize(viewport(size));
  await state.open(page, hall);
  if (state.name.startsWith("staff-alerts")) await page.locator('[data-alert="SLIP"]').first().waitFor();
  return page;
}

async function everything(into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const only = option("only");
  const wanted = ({ name }: { readonly name: string }) => !only || only.includes(name);
  const sizes = (option("size") ?? SIZES) as readonly Size[];
  const failed: string[] = [];
  const take = async (what: string, picture: () => Promise<void>) => {
    await picture().then(
      () => console.log(what),
      (fault: unknown) => failed.push(`${what}: ${String(fault).slice(0, 300)}`),
    );
  };
  const pages = PAGES.filter(wanted);
  const tablet = pages.length > 0 ? await signedIn(browser, hall) : null;
  for (const state of pages) {
    for (const size of sizes.filter((one) => (TOTEMS as readonly Size[]).includes(one) === !!state.wall)) {
      await take(`${size} ${state.name}`, async () => {
        const page = tablet && (await openPage(tablet, state, size));
        await page?.screenshot({ path: `${into}/${size}-${state.name}.png` });
        await page?.close();
      });
    }
  }
  for (const state of STATES.filter(wanted))
    for (const size of sizes) await take(`${size} ${state.name}`, () => pictures(state, size, into));
  if (failed.length > 0) throw new Error(`not pictured:\n${failed.join("\n")}`);
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
const SELECTION: Readonly<Record<string, Size>> = {
  "attract-reader": "1080x1920",
  "not-yet": "1080x1920",
  eligible: "1080x1920",
  "see-officer": "1080x1920",
  outage: "1080x1920",
  keypad: "820x1180",
  unknown: "820x1180",
  "printer-paper-out": "1920x1080",
  "rest-away": "1920x1080",
  idle: "1180x820",
  "staff-scan": "1180x820",
  "staff-voucher": "1180x820",
  "staff-hall": "1180x820",
  "staff-called": "1180x820",
  display: "1920x1080",
  "staff-alerts": "1180x820",
};

async function selection(): Promise<void> {
  const scale = (size: Size) => ((TOTEMS as readonly Size[]).includes(size) ? 0.5 : 0.75);
  const tablet = await signedIn(browser, hall);
  for (const state of PAGES) {
    const size = SELECTION[state.name];
    if (size === undefined) continue;
    const page = await openPage(tablet, state, size);
    await small(page, state.name, scale(size));
    await page.close();
  }
  for (const state of STATES) {
    const size = SELECTION[state.name];
    if (size === undefined) continue;
    const page = await kioskIn(state, size);
    await small(page, `kiosk-${state.name}`, scale(size));
    if (state.name === "eligible") await slip(page);
    await page.context().close();
  }
}

async function slip(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("#slip-sheet");
  const box = await sheet.boundingBox();
  await page.setViewportSize({ width: Math.ceil(box?.width ?? 303), height: Math.ceil(box?.height ?? 900) });
  await small(page, "slip-80mm", 1.5);
}

// Stopped by hand, too, it leaves no server behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void Promise.allSettled([browser.close(), hall.close()]).then(() => process.exit(130));
  });
}

try {
  await (folder ? everything(folder) : selection());
} finally {
  await browser.close();
  await hall.close();
}
