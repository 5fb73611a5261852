import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { environment } from "@/lib/platform/environment";
import { log } from "@/lib/platform/log";
import { clientAddress, worthALine } from "./rate-limits";

const hash = (token: string) => createHash("sha256").update(token).digest();

/**
 * For a monitoring system with `Authorization: Bearer` and JANJI_MONITOR_TOKEN, compared in constant time. Without a
 * token in the environment there is nothing here for anybody.
 * @returns the refusal, or null for whoever may read
 */
export async function monitorRefusal(request: Request): Promise<Response | null> {
  const headers = { "cache-control": "no-store" };
  const { monitorToken } = environment();
  if (monitorToken === null) return new Response(null, { status: 404, headers });
  const [, token = ""] = /^Bearer +(\S{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (timingSafeEqual(hash(token), hash(monitorToken))) return null;
  if (await worthALine(clientAddress(request.headers))) log.warn("a monitor's token was refused");
  return new Response(null, { status: 401, headers: { ...headers, "www-authenticate": "Bearer" } });
}
