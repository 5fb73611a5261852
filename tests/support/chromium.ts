import { existsSync } from "node:fs";

/** CHROMIUM_PATH, else the first of these that is there, else Playwright's own. */
function started(...places: string[]): { executablePath?: string } {
  const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  return executablePath ? { executablePath } : {};
}

const WHOLE = "/usr/bin/chromium";
/** The same engine without a window around it: a page's tests take half as long in it. */
const SHELL = "/usr/bin/chromium-headless-shell";

/**
 * What a browser window does that no test looks at: pages drawn ahead for its own menus cost as much as ours do. The
 * browser heeds only the last list, so what matters of the runner's is named again.
 */
const NOT_NEEDED = [
  ...["PreloadTopChromeWebUI", "SpareRendererForSitePerProcess"],
  ...["GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "OptimizationHints", "Translate"],
  ...[
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "PaintHolding",
    "RenderDocument",
  ],
];

const args = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-quic",
  `--disable-features=${NOT_NEEDED.join(",")}`,
];

/** How a browser of the tests is started, the engine alone where Debian has it. */
export const CHROMIUM = { ...started(SHELL, WHOLE), args };

/** The whole browser, with its own keys and menus: for what asks whether anything leads out of the page. */
export const WHOLE_CHROMIUM = { ...started(WHOLE), args };

/** A camera that shows a film, with nobody asked for permission. */
export const cameraArgs = (film: string): string[] => [
  ...CHROMIUM.args,
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
];
