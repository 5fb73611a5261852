import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type BrowserContext } from "@playwright/test";
import { writeFilm } from "../support/camera";
import { CHROMIUM, cameraArgs } from "../support/chromium";
import { countPrints, expect, test } from "./fixtures";
import { screen, words } from "./kiosk";
import { ALL, arrive, RULED } from "./outcomes";

/** A kiosk whose camera sees these codes, one after another. */
async function withCamera(
  scenes: Parameters<typeof writeFilm>[1],
  url: string,
  watch: (context: BrowserContext) => void,
  body: (page: Awaited<ReturnType<BrowserContext["newPage"]>>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "janji-film-"));
  const film = path.join(folder, "camera.mjpeg");
  writeFilm(film, scenes);
  const browser = await chromium.launch({ ...CHROMIUM, args: cameraArgs(film) });
  try {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1080, height: 1920 } });
    watch(context);
    await countPrints(context);
    const page = await context.newPage();
    await page.goto("/kiosk");
    await body(page);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test.describe("a code held before the camera", () => {
  // A code that is no booking keeps the screen, and has its own test below.
  for (const { outcome, screen: name, prepare } of ALL.filter((one) => one.outcome !== "UNREADABLE")) {
    test(`is answered with ${outcome}`, async ({ office, watch }) => {
      const text = await prepare(office);
      await withCamera([{ text, frames: 1 }], office.url, watch, async (page) => {
        await expect(screen(page, name)).toBeVisible();
      });
    });
  }

  test("is read light on dark, too", async ({ office, watch }) => {
    const scenes = [{ text: await arrive(office, 70), inverted: true, frames: 1 }];
    await withCamera(scenes, office.url, watch, async (page) => {
      await expect(screen(page, "not-yet")).toBeVisible();
    });
  });

  test("wins over another code in view", async ({ office, watch }) => {
    const text = ["https://contoh.invalid/menu-kantin", await arrive(office, 70)];
    await withCamera([{ text, frames: 1 }], office.url, watch, async (page) => {
      await expect(screen(page, "not-yet")).toBeVisible();
    });
  });

  test("that is no booking gets a hint, and the screen goes on looking", async ({ office, watch }) => {
    // Shown and taken away again and again, as by somebody who tries.
    const scenes = [
      { text: "https://contoh.invalid/menu-kantin", frames: 60 },
      { text: null, frames: 120 },
    ];
    await withCamera(scenes, office.url, watch, async (page) => {
      const hint = page.getByRole("heading", { name: words.attract.scan.notBooking.title });
      await expect(hint).toBeVisible();
      await expect(screen(page, "attract")).toBeVisible();
    });
  });

  test("is looked for beside a guide, in a picture that is mirrored for the person and not for the reader", async ({
    office,
    watch,
  }) => {
    await withCamera([{ text: null, frames: 1 }], office.url, watch, async (page) => {
      await expect(page.locator('[data-camera="live"]')).toBeVisible();
      const picture = page.locator("video");
      await expect(picture).toBeVisible();
      expect(await picture.evaluate((video) => getComputedStyle(video).transform)).toContain("matrix(-1");
    });
  });

  test("that no ticket belongs to does not stand in the way of the next one", async ({ office, watch }) => {
    const [unknown, eligible] = [RULED[0], RULED.at(-1)];
    const wrong = (await unknown?.prepare(office)) ?? "";
    const right = (await eligible?.prepare(office)) ?? "";
    const scenes = [
      { text: wrong, frames: 60 },
      { text: right, frames: 60 },
    ];
    await withCamera(scenes, office.url, watch, async (page) => {
      await expect(screen(page, "eligible")).toBeVisible();
    });
  });
});

test("a camera that dies is said to be gone, and is back by itself", async ({ office, watch }) => {
  await withCamera([{ text: null, frames: 1 }], office.url, watch, async (page) => {
    await expect(page.locator('[data-camera="live"]')).toBeVisible();
    await page.locator("video").evaluate((video: HTMLVideoElement) => {
      for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
    });
    await expect(page.locator('[data-camera="missing"]')).toBeVisible();
    await expect(page.locator('[data-camera="live"]')).toBeVisible();
  });
});

test("without a camera the screen says so, and scanner and keypad are there", async ({ kiosk }) => {
  await expect(kiosk.locator('[data-camera="missing"]')).toBeVisible();
});
