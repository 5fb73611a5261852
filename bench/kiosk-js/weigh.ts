import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";

export interface Sent {
  /** Bytes of JavaScript after gzip, whatever compression the server used. */
  readonly gzip: number;
  readonly files: readonly { readonly path: string; readonly gzip: number }[];
}

/**
 * The JavaScript that a browser fetches for a page until its network is quiet, by its own network log. Workers and what
 * they fetch belong to the scanner and are left out by `until`, which ends the count.
 * @param storage cookies of a kiosk, where the page wants one.
 */
export async function scriptsOf(
  browser: Browser,
  url: string,
  options: {
    readonly cookies?: Parameters<Awaited<ReturnType<Browser["newContext"]>>["addCookies"]>[0];
  } = {},
): Promise<Sent> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  if (options.cookies) await context.addCookies(options.cookies);
  const page = await context.newPage();
  const files: { path: string; gzip: number }[] = [];
  const reading: Promise<void>[] = [];
  let opened = false;
  await page.exposeFunction("scannerOpened", () => (opened = true));
  // Opening the scanner is asking for the camera.
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (wanted) => {
      void (window as unknown as { scannerOpened: () => Promise<void> }).scannerOpened();
      return ask(wanted);
    };
  });
  page.on("response", (response) => {
    if (opened || response.request().resourceType() !== "script") return;
    const path = new URL(response.url()).pathname;
    reading.push(
      response.body().then((body) => void files.push({ path, gzip: gzipSync(body, { level: 6 }).length })),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(reading);
  await context.close();
  return { gzip: files.reduce((sum, file) => sum + file.gzip, 0), files };
}
