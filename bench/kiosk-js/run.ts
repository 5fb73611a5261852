/**
 * `npm run bench:kiosk-js [-- --write]`
 * The JavaScript that a kiosk is sent until its scanner opens, after gzip, against an application of the same framework
 * with one empty page; both built here, both counted by Chromium's own network log.
 */
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../../tests/support/chromium";
import { ActionClient } from "../../tests/support/action-client";
import { ensureBuilt, startServer } from "../../tests/support/server";
import { builtOnce } from "../support/builds";
import { NEXT_SERVER, serve } from "../support/built-server";
import { keepResults } from "../support/results";
import { machine } from "../support/rounds";
import { scriptsOf } from "./weigh";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const GOAL = 1.2;

ensureBuilt();
const empty = await serve(builtOnce("empty"), { script: NEXT_SERVER, at: "/" });
const product = await startServer();
const browser = await chromium.launch(CHROMIUM);
try {
  const client = await new ActionClient(product).enrol();
  const cookies = client.cookie.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return { name, value, url: product.url };
  });
  const kiosk = await scriptsOf(browser, `${product.url}/kiosk`, { cookies });
  const nothing = await scriptsOf(browser, empty.url);
  const ratio = kiosk.gzip / nothing.gzip;
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const note = `kiosk ${kb(kiosk.gzip)} in ${kiosk.files.length} files (${kb(kiosk.later)} more once it is open), empty page ${kb(nothing.gzip)} in ${nothing.files.length}`;
  console.log(`kiosk: ${ratio.toFixed(2)} × an empty page (goal ${GOAL}); ${note}; ${machine()}`);
  for (const [name, { files }] of [
    ["kiosk", kiosk],
    ["empty page", nothing],
  ] as const)
    for (const { path, gzip } of [...files].sort((one, other) => other.gzip - one.gzip))
      console.log(`  ${name} ${kb(gzip).padStart(9)}  ${path}`);
  if (values.write)
    keepResults("kiosk-js", [
      {
        subject: "JavaScript sent to the kiosk until its scanner opens",
        baseline: "an empty page of the same framework, bytes after gzip",
        ...{ ratio, low: ratio, high: ratio, goal: { atMost: GOAL }, note },
      },
    ]);
} finally {
  await browser.close();
  await product.stop();
  await empty.stop();
}
process.exit();
