import "server-only";
import { accountNames } from "@/lib/access/accounts";
import type { SignedInAccount } from "@/lib/access/types";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { OutageEventKind, OutageView } from "./types";

const LOOK_BACK_MS = 14 * 86_400_000;

/** The disruptions of the last two weeks and those still going on, the newest first, each with its whole history. */
export async function listOutages(_context: { readonly account: SignedInAccount }): Promise<OutageView[]> {
  const since = new Date(now().getTime() - LOOK_BACK_MS);
  const rows = await reader().outage.findMany({
    where: { OR: [{ endedAt: null }, { endedAt: { gt: since } }] },
    include: { events: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
  });
  const names = await accountNames(rows.flatMap(({ events }) => events.flatMap(({ byId }) => byId ?? [])));
  return rows.map((row) => ({
    id: row.id,
    system: row.system,
    reason: row.reason,
    startedAt: row.startedAt.getTime(),
    endedAt: row.endedAt?.getTime() ?? null,
    state: row.endedAt === null ? "GOING_ON" : row.endedAt <= row.startedAt ? "WITHDRAWN" : "ENDED",
    seen: row.events.at(-1)?.id ?? null,
    history: row.events.map((event) => ({
      id: event.id,
      at: event.at.getTime(),
      kind: event.kind as OutageEventKind,
      byName: event.byId === null ? null : (names.get(event.byId) ?? "–"),
      system: event.system,
      reason: event.reason,
      startedAt: event.startedAt.getTime(),
      endedAt: event.endedAt?.getTime() ?? null,
      note: event.note,
    })),
  }));
}

/** Since when the office has been disturbed without an end (epoch ms); null when all is well. For the kiosks. */
export async function disturbedSince(): Promise<number | null> {
  const at = now();
  const first = await reader().outage.findFirst({
    where: { startedAt: { lte: at }, endedAt: null },
    orderBy: { startedAt: "asc" },
    select: { startedAt: true },
  });
  return first?.startedAt.getTime() ?? null;
}
