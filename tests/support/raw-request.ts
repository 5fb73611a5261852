import { connect } from "node:net";

/**
 * Sends bytes to a server as they are and hears what it says until it hangs up: what no proper client would send.
 * @throws never for a line that is cut; what had come by then is the answer.
 */
export function rawRequest(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    socket.setEncoding("latin1").setTimeout(20_000, () => socket.destroy());
    socket.on("data", (chunk: string) => (heard += chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
    socket.write(bytes, "latin1");
  });
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** A guarded page, by every way of writing its address that some server has taken for another. */
export const HALL_PATHS: readonly string[] = [
  "/staff/hall",
  "/staff/..;/staff/hall",
  "/staff/;/hall",
  "/staff/hall;a=b",
  "/staff/sign-in/../hall",
  "/staff/sign-in/%2e%2e/hall",
  "/staff/sign-in%2f..%2fhall",
  "/staff%2fhall",
  "/STAFF/HALL",
  "/staff/hall/.",
  "/staff//hall",
  "//staff/hall",
  "/./staff/hall",
  "/_next/../staff/hall",
  "/_next/static/../../staff/hall",
  "/_next/data/x/staff/hall.json",
  "/staff/hall.rsc",
  "/staff/hall.txt",
  "/staff/hall?_rsc=1",
  "/staff/hall%00",
  "/staff/hall\\",
];
/** What has opened some server to whoever sent it. */
export const HALL_HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["staff",{}]}]') },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/middleware", "x-nextjs-data": "1" },
  { "x-original-url": "/staff/hall", "x-rewrite-url": "/staff/hall" },
  { "x-invoke-path": "/staff/hall", "x-matched-path": "/staff/hall" },
  { cookie: "janji.session_token=x; __Host-janji.session_token=x.y" },
  { authorization: "Bearer feed_x" },
];
