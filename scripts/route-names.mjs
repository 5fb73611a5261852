// The routes of the build by their patterns, so that neither ids nor queries of an address reach a log or a metric.
import { readFileSync } from "node:fs";
import path from "node:path";

const FILES = /^\/(?:_next\/|wasm\/)|\.(?:js|css|svg|png|ico|txt|webp|woff2)$/;

/**
 * Tells the pattern of an address: `/staff/vouchers/[id]`, "files" for what the build serves as it is, "other" for what
 * it does not have. There are as many answers as the product has routes, whoever asks for what.
 * @param distDir the folder of the build
 */
export function routeNames(distDir) {
  const manifest = JSON.parse(readFileSync(path.join(distDir, "routes-manifest.json"), "utf8"));
  const exact = new Set(manifest.staticRoutes.map(({ page }) => page));
  const patterns = manifest.dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (url) => {
    const end = url.search(/[?#]/);
    const address = end === -1 ? url : url.slice(0, end);
    if (exact.has(address)) return address;
    const pattern = patterns.find(({ regex }) => regex.test(address));
    if (pattern) return pattern.page;
    return FILES.test(address) ? "files" : "other";
  };
}
