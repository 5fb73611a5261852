import "server-only";
import { writeHead } from "@/lib/audit/daily-head";
import { lastVerification, verifyAndRecord } from "@/lib/audit/verifications";
import type { HeadLine } from "@/lib/audit/types";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { localParts } from "./local-time";
import { readSettings } from "./settings";

/** After this long without a verification the server makes one, whoever wrote the day's head. */
const VERIFY_MS = 30 * 3_600_000;

/** Notes the chain's end under the office's name and its date by the system's clock. As `writeHead`. */
export async function writeOfficeHead(when: "DAILY" | "NEWER"): Promise<HeadLine | null> {
  const { name, timeZone } = await readSettings(reader());
  return writeHead({ office: name, day: localParts(systemNow().getTime(), timeZone).date }, when);
}

let busy = false;

/**
 * Keeps the chain: the day's head goes to its file, and whoever wrote it verifies the whole trail. Call as often as you
 * like; it never throws, and does nothing while an earlier call is still at it.
 */
export async function keepChain(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    const written = await writeOfficeHead("DAILY");
    const last = await lastVerification();
    const due = !last || systemNow().getTime() - last.at > VERIFY_MS;
    if (written || due) await verifyAndRecord({ kind: "SYSTEM" });
  } catch (fault) {
    const { code, name } = fault as { readonly code?: unknown; readonly name?: unknown };
    log.error({ kind: String(code ?? name) }, "the audit chain's head could not be kept; trying again");
  } finally {
    busy = false;
  }
}
