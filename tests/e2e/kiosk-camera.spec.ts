import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type BrowserContext } from "@playwright/test";
import { writeFilm } from "../support/camera";
import { CHROMIUM, cameraArgs } from "../support/chromium";
import { countPrints, expect, test } from "./fixtures";
import { screen } from "./kiosk";
import { ALL, RULED } from "./outcomes";

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
  for (const { outcome, screen: name, prepare } of ALL) {
    test(`is answered with ${outcome}`, async ({ office, watch }) => {
      const text = await prepare(office);
      await withCamera([{ text, frames: 1 }], office.url, watch, async (page) => {
        await expect(screen(page, name)).toBeVisible();
      });
    });
  }

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

test("without a camera the screen says so, and scanner and keypad are there", async ({ kiosk }) => {
  await expect(kiosk.locator('[data-camera="missing"]')).toBeVisible();
});
