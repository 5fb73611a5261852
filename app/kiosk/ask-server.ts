import type { ActionResult } from "@/lib/platform/types";
import type { KioskAnswer } from "@/lib/vouchers/types";

/** Longest that one try may take; the next goes out under the same key and gets what this one was answered. */
const TRY_MS = 5_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A portal, a proxy or a server that is starting answers too; only what has the shape of an answer is one. */
function isResult(value: unknown): value is ActionResult<unknown> {
  if (!isObject(value)) return false;
  return value.ok === true ? "value" in value : value.ok === false && typeof value.code === "string";
}

/**
 * Asks the server by a request of its own, which can be given up: server actions of a page wait for one another, so one
 * that is stalled would hold up everybody after it.
 * @returns null when no answer came in time, or nonsense did. It never throws.
 */
export async function askServer(path: string, body: unknown): Promise<ActionResult<unknown> | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(TRY_MS),
    });
    const result: unknown = await response.json();
    return isResult(result) ? result : null;
  } catch {
    return null;
  }
}

/** The kiosk's other requests, by name; see app/kiosk/ask/route.ts. */
export const askByName = (name: string, input: unknown) => askServer("/kiosk/ask", { name, input });

const TRIES = 4;
const BETWEEN_TRIES_MS = 1_500;

/** The same, a few times: a request that may be repeated, such as one under a key, survives a short gap. */
export async function askUntilHeard(name: string, input: unknown): Promise<ActionResult<unknown> | null> {
  for (let tried = 1; ; tried += 1) {
    const result = await askByName(name, input);
    if (result || tried >= TRIES) return result;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
}

/** One question about a booking. */
export async function askCheck(body: {
  readonly payload: string;
  readonly key: string;
}): Promise<ActionResult<KioskAnswer> | null> {
  const result = await askServer("/kiosk/check", body);
  if (!result?.ok) return result;
  const { value } = result;
  const whole = isObject(value) && typeof value.outcome === "string" && typeof value.serverNow === "number";
  return whole ? { ok: true, value: value as unknown as KioskAnswer } : null;
}
