// What a page may load and run, for every answer of the product's HTTP server (Content Security Policy level 3).
import { randomBytes } from "node:crypto";

/**
 * The policy of one answer. A script runs only with its answer's own nonce, or loaded by one that had it; the barcode
 * reader is WebAssembly. Style sheets are files; only the width of a bar is written at an element itself.
 */
export function contentPolicy(nonce) {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    "script-src-attr 'none'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Files of the build: no page, and the same for everybody; opened by themselves they run and embed nothing. */
const STATIC = "/_next/static/";
const STATIC_POLICY = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Gives an answer its policy, and Next the nonce for its own scripts: it reads both from the request, where whatever a
 * stranger sent under these names is overwritten.
 */
export function applyContentPolicy(request, response) {
  delete request.headers["content-security-policy-report-only"];
  if (request.url.startsWith(STATIC)) {
    response.setHeader("content-security-policy", STATIC_POLICY);
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy(nonce);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  response.setHeader("content-security-policy", policy);
}
