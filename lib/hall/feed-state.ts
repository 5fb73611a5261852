import "server-only";
import { isServiceDay } from "@/lib/office/calendar";
import { instantOf } from "@/lib/office/local-time";
import type { OfficeSettings } from "@/lib/office/schema";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import type { FeedState } from "./types";

/**
 * When the queue system was last heard, by feed or file, and from when its silence must be said: stale data would break
 * promises unseen. A feed that asks without news is heard too. Outside the office's hours silence means nothing.
 * @param at the office's instant, epoch ms
 */
export async function feedState(at: number, settings: OfficeSettings): Promise<FeedState> {
  const [ingested, used] = await Promise.all([
    reader().auditEvent.findFirst({
      where: { subjectKind: "tickets", action: "tickets.ingested" },
      orderBy: { seq: "desc" },
      select: { at: true },
    }),
    reader().feedToken.aggregate({ _max: { lastUsedAt: true } }),
  ]);
  const heard = [ingested?.at, used._max.lastUsedAt].flatMap((one) => one?.getTime() ?? []);
  if (heard.length === 0) return { kind: "NONE" };
  // Both are noted by the system's clock; pages count by the office's, which in the demo is another.
  const lastAt = Math.max(...heard) + at - systemNow().getTime();
  const date = localDate(at, settings.timeZone);
  const opens = instantOf(date, settings.hours.opens, settings.timeZone);
  const closes = instantOf(date, settings.hours.closes, settings.timeZone);
  const silentFrom = Math.max(lastAt, opens) + settings.hall.feedSilentMinutes * 60_000;
  const matters = isServiceDay(date, settings) && at < closes && silentFrom < closes;
  return { kind: "HEARD", lastAt, silentFrom: matters ? silentFrom : null };
}
