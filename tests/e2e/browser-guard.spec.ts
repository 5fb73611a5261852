import type { Page } from "@playwright/test";
import { leadsOut } from "@/components/kiosk/use-page-guard";
import { awake, button, scan, screen, words } from "./kiosk";
import { expect, prints, test } from "./fixtures";
import { memory } from "./inspect";
import { arrive } from "./outcomes";

/** What a curious hand finds on a keyboard. */
const WAYS_OUT = [
  ..."psoufhjntwd0".split("").map((key) => `Control+${key}`),
  ...["Control+Shift+I", "Control+Shift+J", "Control+Tab", "Control++", "Control+-"],
  ...["F1", "F3", "F6", "F7", "F10", "F11", "F12", "ContextMenu", "Alt+ArrowLeft", "Alt+ArrowRight", "Alt+d"],
];

/** From here on the page writes down what it kept from the browser, and what it let through. */
async function watchDefaults(page: Page, ...names: string[]): Promise<void> {
  await page.evaluate((watched) => {
    const log: string[] = [];
    Object.assign(window, { log });
    for (const name of watched) {
      window.addEventListener(name, (event) => {
        const key = event instanceof KeyboardEvent ? ` ${event.key}` : "";
        if (!/^ (Control|Shift|Alt)$/.test(key)) log.push(`${name}${key}: ${event.defaultPrevented}`);
      });
    }
  }, names);
}

const defaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { log: string[] }).log);

test("no key, gesture or button of the mouse leads out of the kiosk", async ({ kiosk }) => {
  await watchDefaults(kiosk, "keydown", "contextmenu", "dragstart", "wheel");
  const pages = kiosk.context().pages().length;
  for (const key of WAYS_OUT) await kiosk.keyboard.press(key);
  expect((await defaults(kiosk)).filter((line) => line.endsWith("false"))).toEqual([]);
  expect(await defaults(kiosk)).toHaveLength(WAYS_OUT.length);

  await kiosk.mouse.click(500, 500, { button: "right" });
  expect(await defaults(kiosk)).toContain("contextmenu: true");
  await kiosk.keyboard.down("Control");
  await kiosk.mouse.wheel(0, -400);
  await kiosk.keyboard.up("Control");
  await expect.poll(() => defaults(kiosk)).toContain("wheel: true");
  expect(await kiosk.evaluate(() => window.visualViewport?.scale)).toBe(1);
  // Nothing can be picked up and dragged, no text marked.
  await kiosk.mouse.move(300, 300);
  await kiosk.mouse.down();
  await kiosk.mouse.move(700, 900, { steps: 5 });
  await kiosk.mouse.up();
  expect(await kiosk.evaluate(() => String(window.getSelection()))).toBe("");
  expect((await defaults(kiosk)).filter((line) => line === "dragstart: false")).toEqual([]);

  expect(kiosk.context().pages()).toHaveLength(pages);
  expect(await prints(kiosk)).toBe(0);
  await expect(screen(kiosk, "attract")).toBeVisible();
});

test("a finger that spreads or rests opens nothing", async ({ kiosk }) => {
  await watchDefaults(kiosk, "contextmenu");
  const hand = await kiosk.context().newCDPSession(kiosk);
  await hand.send("Input.synthesizePinchGesture", { x: 540, y: 900, scaleFactor: 2 });
  expect(await kiosk.evaluate(() => window.visualViewport?.scale)).toBe(1);
  await hand.send("Input.synthesizeTapGesture", { x: 540, y: 300, duration: 1_200, tapCount: 1 });
  expect((await defaults(kiosk)).filter((line) => line.endsWith("false"))).toEqual([]);
  expect(await kiosk.evaluate(() => String(window.getSelection()))).toBe("");
  await expect(screen(kiosk, "attract")).toBeVisible();
});

test("what leads out is known by the key, and a scanner's keys are none of it", () => {
  const key = (name: string, more = {}) =>
    leadsOut({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });
  expect([..."0123456789abcXYZ-/:?", "Enter", "Tab"].filter((name) => key(name))).toEqual([]);
  // A scanner may send AltGr for a sign of another keyboard.
  expect(key("AltGraph", { altKey: true })).toBe(false);
});

/** Everything that a page can leave behind in its browser. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push(request.url, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const kept = [{ ...localStorage }, { ...sessionStorage }, history.state, databases, cached];
    return JSON.stringify(kept) + document.cookie + document.documentElement.outerHTML + location.href;
  });

test("the next person finds nothing of the last: not on screen, in storage, behind Back, nor in memory", async ({
  office,
  kiosk,
}) => {
  const booking = await arrive(office, 131, () => ({ queueNumber: "B-918" }));
  await scan(kiosk, booking);
  await expect(screen(kiosk, "eligible")).toContainText("B-918");
  await button(kiosk, words.eligible.yes).click();
  expect(await memory(kiosk)).toContain("B-918");
  await button(kiosk, words.eligible.done).click();
  await expect(screen(kiosk, "attract")).toBeVisible();
  const traces = (text: string) => ["B-918", booking].filter((trace) => text.includes(trace));
  expect(traces(await stored(kiosk))).toEqual([]);
  // One more person's touch, and what the last answer was made of is free to be swept out.
  await button(kiosk, words.attract.info).click();
  await expect(screen(kiosk, "info")).toBeVisible();
  expect(traces(await memory(kiosk))).toEqual([]);

  await kiosk.goBack();
  await expect(kiosk).toHaveURL(/\/kiosk$/);
  expect(traces(await stored(kiosk))).toEqual([]);
  await kiosk.reload();
  await awake(kiosk);
  expect(traces(await stored(kiosk))).toEqual([]);
});

/** The same numbers for the same seed, from 0 to below 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

for (const seed of [2026, 1124]) {
  test(`a child that touches everything breaks nothing (${seed})`, async ({ office, kiosk }) => {
    const throws = dice(seed);
    const upTo = (limit: number) => Math.floor(throws() * limit);
    const keys = ["Enter", "Tab", "Escape", "Backspace", " ", "7", "x", "F5"];
    for (let move = 0; move < 120; move += 1) {
      const [what, x, y] = [throws(), upTo(1080), upTo(1920)];
      if (what < 0.55) await kiosk.mouse.click(x, y, { clickCount: 1 + upTo(3) });
      else if (what < 0.65) await kiosk.mouse.wheel(upTo(800) - 400, upTo(800) - 400);
      else if (what < 0.9) await kiosk.keyboard.press(keys[upTo(keys.length)] ?? "Tab");
      else await kiosk.keyboard.type(String(upTo(1e9)));
      // The demo's own way out; a real kiosk has none.
      if (!kiosk.url().endsWith("/kiosk")) await kiosk.goto("/kiosk");
      await expect(kiosk.locator("[data-screen]")).toHaveCount(1);
    }
    await kiosk.reload();
    await awake(kiosk);
    await scan(kiosk, await arrive(office, 132));
    await expect(screen(kiosk, "eligible")).toBeVisible();
  });
}
