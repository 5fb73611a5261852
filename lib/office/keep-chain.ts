import "server-only";
import { writeHead } from "@/lib/audit/daily-head";
import { readHeads } from "@/lib/audit/head-file";
import { lastVerification, verifyAndRecord } from "@/lib/audit/verifications";
import { chainEnd } from "@/lib/audit/verify-chain";
import type { HeadLine } from "@/lib/audit/types";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
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

/** Whether the file of heads knows rows that are gone: an older copy, or a journal that somebody took away. */
async function hasLostRows(): Promise<boolean> {
  const [heads, end] = await Promise.all([readHeads(environment().auditHeads), chainEnd()]);
  return (heads?.lines.at(-1)?.seq ?? 0) > (end?.seq ?? 0);
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
    const late = !last || systemNow().getTime() - last.at > VERIFY_MS;
    // Said within a minute of the start, not at the next day's verification; once is enough.
    const due = late || (last.finding === null && (await hasLostRows()));
    if (written || due) await verifyAndRecord({ kind: "SYSTEM" });
  } catch (fault) {
    const { code, name } = fault as { readonly code?: unknown; readonly name?: unknown };
    log.error({ kind: String(code ?? name) }, "the audit chain's head could not be kept; trying again");
  } finally {
    busy = false;
  }
}
