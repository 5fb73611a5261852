import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";

interface Script {
  readonly path: string;
  readonly gzip: number;
}

export interface Sent {
  /** Bytes of JavaScript after gzip, whatever compression the server used. */
  readonly gzip: number;
  readonly files: readonly Script[];
  /** The same of what was asked for once the scanner was open, until the network was quiet. */
  readonly later: number;
}

const total = (files: readonly Script[]) => files.reduce((sum, { gzip }) => sum + gzip, 0);

/**
 * The JavaScript that a browser asks for, for a page, before its scanner opens, by its own network log; and until its
 * network is quiet.
 * @param options.cookies those of a kiosk, where the page wants one.
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
  const [files, later]: [Script[], Script[]] = [[], []];
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
  page.on("request", (request) => {
    if (request.resourceType() !== "script") return;
    const list = opened ? later : files;
    const path = new URL(request.url()).pathname;
    const read = async () => {
      const body = await (await request.response())?.body();
      if (body) list.push({ path, gzip: gzipSync(body, { level: 6 }).length });
    };
    reading.push(read());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(reading);
  await context.close();
  return { gzip: total(files), files, later: total(later) };
}
