import "server-only";
import { changeSettings, readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { forgetIdleLimit } from "./idle";
import type { By } from "./types";

/** After how many untouched minutes a session ends: a new version of the office's settings. Same value, no version. */
export async function changeIdleMinutes(idleMinutes: number, by: By): Promise<ActionResult<null>> {
  const settings = await readSettings(reader());
  if (settings.sessions.idleMinutes !== idleMinutes) {
    await changeSettings({ ...settings, sessions: { idleMinutes } }, by.actor, by.requestId);
    forgetIdleLimit();
  }
  return { ok: true, value: null };
}
