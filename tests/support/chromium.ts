import { existsSync } from "node:fs";

const DEBIAN = "/usr/bin/chromium";

/** CHROMIUM_PATH, else Debian's Chromium where there is one, else Playwright's own. */
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(DEBIAN) ? DEBIAN : undefined);

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

/** How every browser of the tests is started. */
export const CHROMIUM = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-quic",
    `--disable-features=${NOT_NEEDED.join(",")}`,
  ],
};

/** A camera that shows a film, with nobody asked for permission. */
export const cameraArgs = (film: string): string[] => [
  ...CHROMIUM.args,
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
];
