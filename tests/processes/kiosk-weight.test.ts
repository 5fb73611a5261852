import { readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "../support/server";

const DIST = path.resolve(import.meta.dirname, "../..", process.env.JANJI_DIST_DIR ?? ".next");

/** `npm run bench:kiosk-js` says what is in it, and against a page that is empty indeed, which is a little more. */
const MOST = 1.2;

beforeAll(ensureBuilt);

interface PageManifest {
  readonly entryJSFiles: Readonly<Record<string, readonly string[]>>;
}

/** The scripts of every page, and those that the kiosk's page adds to them, by the build's own manifests. */
function scripts(): { readonly framework: Set<string>; readonly kiosk: Set<string> } {
  const read = (file: string) => readFileSync(path.join(DIST, file), "utf8");
  const { rootMainFiles } = JSON.parse(read("build-manifest.json")) as { rootMainFiles: string[] };
  // The manifest is a script that sets a global; it gets a world of its own.
  const world: { __RSC_MANIFEST?: Record<string, PageManifest> } = {};
  runInNewContext(read("server/app/kiosk/page_client-reference-manifest.js"), world);
  const [page] = Object.values(world.__RSC_MANIFEST ?? {});
  const own = Object.values(page?.entryJSFiles ?? {}).flat();
  return { framework: new Set(rootMainFiles), kiosk: new Set(own.filter((file) => file.endsWith(".js"))) };
}

const weight = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(DIST, file))).length, 0);

test("the kiosk's page is sent little more JavaScript than the framework's own", () => {
  const { framework, kiosk } = scripts();
  expect(framework.size).toBeGreaterThan(2);
  expect(kiosk.size).toBeGreaterThan(2);
  const all = new Set([...framework, ...kiosk]);
  expect(weight(all) / weight(framework)).toBeLessThan(MOST);
});
