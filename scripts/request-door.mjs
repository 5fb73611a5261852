// What the framework is asked at all. A page of the product sends only a few kinds of requests; what no page sends is
// refused here, before a decoder that takes far more than that has read it.
import { Buffer } from "node:buffer";
import { IncomingMessage } from "node:http";
import { URL } from "node:url";
import { TextDecoder } from "node:util";

/** As next.config.js has it for server actions (bodySizeLimit). */
const LARGEST_ACTION = 65_536;
/** Inputs are lists of objects of texts, a few levels deep. */
const DEEPEST_INPUT = 24;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** The queue's interface has its own credential in a header that no browser adds by itself. */
const INTERFACE = /^\/api\//;

const WORDS = {
  400: "Permintaan ini tidak dapat dibaca.\nThis request cannot be read.",
  403: "Permintaan ini tidak datang dari halaman Janji.\nThis request does not come from a page of Janji.",
  413: "Permintaan ini terlalu besar.\nThis request is too large.",
  415: "Isi permintaan ini bukan bentuk yang dipakai di sini.\nThe body of this request is in no form that is used here.",
};

function refuse(request, response, status) {
  const told = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" };
  // Whatever of the body has not come yet is not waited for.
  if (!request.complete) told.connection = "close";
  response.writeHead(status, told).end(request.method === "HEAD" ? undefined : `${WORDS[status]}\n`);
  return null;
}

/** A path of this server, whose escapes are text without control characters; `//other.example` is another server's. */
function readablePath(url) {
  if (!/^\/(?![/\\])/.test(url)) return false;
  try {
    return !/\p{Cc}|\\/u.test(decodeURIComponent(url.split("?", 1)[0]));
  } catch {
    return false;
  }
}

/** A query that no database refuses to hold: a zero byte is no text to PostgreSQL. */
const readableQuery = (url) => !/\?.*%00/s.test(url);

/**
 * Whether a request that may change something comes from a page of this server. Browsers say so with every one of them;
 * one that says nothing, or `null` as a sandboxed frame does, comes from no page. What a proxy of ours says of the host
 * counts too (http-server.mjs drops it from anybody else): the framework passes some actions on to itself that way.
 */
function fromOwnPage({ origin, host, "x-forwarded-host": forwarded }) {
  if (!origin || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.host === host || from.host === forwarded) return true;
  const own = process.env.JANJI_PUBLIC_URL ?? "";
  return URL.canParse(own) && origin === new URL(own).origin;
}

/** Texts that begin with `$` are references to React's decoder; of them these alone stand for plain values. */
const PLAIN_REFERENCE = /^\$(?:\$|(?:undefined|NaN|-?Infinity|-0)$)/;

/** Whether an action's argument is plain JSON: no references, no depth, no name that reaches a prototype. */
function isPlain(value, depth = 0) {
  if (typeof value === "string") return !value.startsWith("$") || PLAIN_REFERENCE.test(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= DEEPEST_INPUT || Object.hasOwn(value, "__proto__")) return false;
  return Object.values(value).every((one) => isPlain(one, depth + 1));
}

/** The status that refuses an action's body, or null for one that a page of the product could have sent. */
export function refusalOfAction(body) {
  let sent;
  try {
    sent = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return 400;
  }
  return Array.isArray(sent) && sent.length <= 1 && isPlain(sent) ? null : 400;
}

/** Reads an action's body to its end; null when it is too large, or ends before its end. */
async function boundedBody(request) {
  const chunks = [];
  let size = 0;
  try {
    // Without destroying it at an early end: the sender is to hear why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > LARGEST_ACTION) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

/** The same request with its body still to be read. */
function asIfUnread(request, body) {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.push(body);
  again.push(null);
  again.complete = true;
  return again;
}

/** A form that was sent by itself, before the page's own program had loaded: the page is shown anew. */
const isForm = (type) => /^\s*(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type);

/** The status that refuses a request for what its first lines say, or null. */
function refusalOfHead({ method, url, headers }) {
  if (!readablePath(url) || !readableQuery(url)) return 400;
  if (SAFE_METHODS.has(method) || INTERFACE.test(url)) return null;
  if (!fromOwnPage(headers)) return 403;
  if ("next-action" in headers && !/^text\/plain\b/i.test(headers["content-type"] ?? "")) return 415;
  return null;
}

/**
 * Lets a request in, or answers it.
 * @returns the request to be handled, or null when it has its answer.
 */
export async function throughDoor(request, response) {
  const refused = refusalOfHead(request);
  if (refused !== null) return refuse(request, response, refused);
  const { method, headers } = request;
  if (method !== "POST" || INTERFACE.test(request.url)) return request;
  if (!("next-action" in headers)) {
    if (!isForm(headers["content-type"] ?? "")) return request;
    const [location] = request.url.split("?", 1);
    response.writeHead(303, { "cache-control": "no-store", connection: "close", location }).end();
    return null;
  }
  const body = await boundedBody(request);
  if (body === null) return refuse(request, response, 413);
  const unreadable = refusalOfAction(body);
  return unreadable === null ? asIfUnread(request, body) : refuse(request, response, unreadable);
}
