// What is known of each request: its id, one line in the log, and how long it took, for the metrics.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pino from "pino";
import prometheus from "prom-client";
import { routeNames } from "./route-names.mjs";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What pages and devices ask by themselves every few seconds: a line only where it failed. */
const HEARTBEATS = new Set([
  "files",
  "/kiosk/pulse",
  "/kiosk/standing",
  "/display/state",
  "/staff/alerts",
  "/staff/session",
  "/staff/hall/state",
  "/staff/live",
  "/api/metrics",
  "/api/v1/health",
  "/api/health/live",
  "/api/health/ready",
  "/api/health/report",
]);
/** Lines of events stay open for hours; how long says nothing. */
const STREAMS = new Set(["/staff/live"]);

/** Lines a minute a route: whoever sends requests without end must not drown what others did. */
const LINES_A_MINUTE = 300;

function bounded() {
  const counts = new Map();
  let minute = -1;
  return (route) => {
    const now = Math.floor(performance.now() / 60_000);
    if (now !== minute) {
      minute = now;
      counts.clear();
    }
    const count = (counts.get(route) ?? 0) + 1;
    counts.set(route, count);
    return count <= LINES_A_MINUTE ? "line" : count === LINES_A_MINUTE + 1 ? "last" : "none";
  };
}

/** Metrics are kept once a process, also where a module is loaded again. */
const histogram = () =>
  prometheus.register.getSingleMetric("janji_http_request_duration_seconds") ??
  new prometheus.Histogram({
    name: "janji_http_request_duration_seconds",
    help: "Time from a request's first byte to the end of its answer, by route pattern and class of status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/**
 * Gives each request its id: a new one, or behind a proxy of ours the UUID that it sent. The application finds it in
 * `x-request-id` and in `__janjiRequests`, the sender in the answer, and every line of the log has it.
 * @param trustProxy whether whoever connects is our own proxy
 * @param distDir the folder of the build
 */
export function requestRecord({ trustProxy, distDir }) {
  const log = pino({
    level: process.env.JANJI_LOG_LEVEL ?? "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  const routeOf = routeNames(distDir);
  const durations = histogram();
  const lineFor = bounded();
  const requests = (globalThis.__janjiRequests ??= new AsyncLocalStorage());

  function note(request, response, { id, notes }, begun) {
    const ms = performance.now() - begun;
    const route = routeOf(request.url);
    const status = response.statusCode;
    const method = METHODS.has(request.method) ? request.method : "other";
    if (!STREAMS.has(route))
      durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
    const failed = status >= 500;
    if (HEARTBEATS.has(route) && !failed) return;
    const line = lineFor(route);
    if (line === "none") return;
    const cut = response.writableFinished ? {} : { cut: true };
    const more = line === "last" ? { more: "left out until the minute is over" } : {};
    const told = { requestId: id, method, route, status, ms: Math.round(ms * 10) / 10, ...cut, ...notes };
    log[failed ? "error" : "info"]({ ...told, ...more }, "request");
  }

  return (request, response, handle) => {
    const sent = request.headers["x-request-id"];
    const id = trustProxy && typeof sent === "string" && UUID.test(sent) ? sent : randomUUID();
    const begun = performance.now();
    request.headers["x-request-id"] = id;
    response.setHeader("x-request-id", id);
    const running = { id, notes: {} };
    response.once("close", () => note(request, response, running, begun));
    requests.run(running, handle);
  };
}
