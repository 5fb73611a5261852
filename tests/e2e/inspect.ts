import { AxeBuilder } from "@axe-core/playwright";
import { expect, type CDPSession, type Page } from "@playwright/test";
import { misfits } from "./misfits";

/** Two totems and two tablets. */
export const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];

/** Everything fits and can be touched, at each of the sizes. */
export async function fits(page: Page, what: string, sizes = SIZES): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => misfits(page), `${what} at ${size.width} x ${size.height}`).toEqual([]);
  }
}

/** What a screen reader gets is asked once a state: the languages take turns from one state to the next. */
export async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "color-contrast-enhanced": { enabled: true } } })
    .analyze();
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`);
  expect(problems, what).toEqual([]);
}

/** All strings in the page's memory, after what is unreachable was swept out. */
export async function memory(page: Page): Promise<string> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => parts.push(chunk));
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return parts.join("");
}
