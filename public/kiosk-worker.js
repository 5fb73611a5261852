// The kiosk's service worker. It holds one page, for a reload while the server is away, and what that page is drawn
// with. Answers, the kiosk's own page and everything of staff are never held. The build in its address versions it.
const BUILD = new URL(self.location.href).searchParams.get("build") || "none";
const CACHE = `janji-kiosk-away-${BUILD}`;
const KIOSK = "/kiosk";
const AWAY = "/kiosk/away";
const RETRY_SCRIPT = "/kiosk-away.js";
/** A page that is not whole after this time counts as lost: somebody stands before the screen. */
const WAIT_MS = 8000;

/** A proxy's or a Wi-Fi portal's page is a good answer of somebody else. */
const isOurs = (response) => response.ok && response.headers.get("x-janji-page") === "kiosk";

async function held(path) {
  const response = await fetch(path, { cache: "no-store", credentials: "omit" });
  if (!response.ok) throw new Error(`not held: ${path}`);
  return response;
}

/** Without the product's own scripts: the page must stand when none of them can be had. */
function withoutScripts(html) {
  return html
    .replace(/<script\b(?![^>]*kiosk-away\.js)[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "");
}

async function hold() {
  const page = await held(AWAY);
  if (!isOurs(page)) throw new Error("not held: an answer of somebody else");
  const html = withoutScripts(await page.text());
  if (!/<\/html>\s*$/.test(html)) throw new Error("not held: half a page");
  const cache = await caches.open(CACHE);
  const styles = [...new Set(html.match(/\/_next\/static\/[^"'\s\\]+\.css[^"'\s\\]*/g) || [])];
  for (const style of styles) {
    const response = await held(style);
    const css = await response.clone().text();
    const fonts = [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(([, url]) => url);
    const base = new URL(style, self.location.origin);
    const paths = [...new Set(fonts.map((font) => new URL(font, base).pathname))];
    for (const path of paths) await cache.put(path, await held(path));
    await cache.put(style, response);
  }
  await cache.put(RETRY_SCRIPT, await held(RETRY_SCRIPT));
  // The server's policy names a nonce of its own answer; the held page has one script, a file of the product.
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'";
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
  // Last, so that a page is held only with all that it needs.
  await cache.put(AWAY, new Response(html, { headers }));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("janji-") && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** The kiosk's page as the server gives it, whole, within the time; null for anything else. */
async function fromServer(request) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), WAIT_MS);
  try {
    const response = await fetch(request.url, {
      cache: "no-store",
      credentials: "include",
      redirect: "manual",
      signal: abort.signal,
    });
    if (!isOurs(response)) return null;
    const html = await response.text();
    // A connection that ends early may look like a good answer to the browser.
    if (!/<\/html>\s*$/.test(html)) return null;
    const headers = new Headers(response.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    return new Response(html, { status: response.status, headers });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function kioskPage(request) {
  const away = async () => (await (await caches.open(CACHE)).match(AWAY)) || Response.error();
  return (await fromServer(request)) || away();
}

/** Names under /_next/static carry their content's hash: what is held under one is what the server has. */
async function drawnWith(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) || fetch(request);
}

self.addEventListener("install", (event) => {
  event.waitUntil(hold().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === KIOSK) event.respondWith(kioskPage(request));
  } else if (/^\/_next\/static\/.+\.(css|woff2)$/.test(pathname) || pathname === RETRY_SCRIPT) {
    event.respondWith(drawnWith(request));
  }
});
