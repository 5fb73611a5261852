import "server-only";
import { log } from "@/lib/platform/log";
import { reader } from "@/lib/platform/database";
import { outsideRequests } from "@/lib/platform/request";
import { LOOK_ACTIONS } from "./looks";

const POLL_MS = 400;

/**
 * A mark that differs after every change. Each change writes its audit row in its own transaction, and rows become
 * visible in the order of their numbers, so the newest one tells of changes by every process, on both databases.
 */
export async function changeMark(): Promise<string> {
  const newest = await reader().auditEvent.findFirst({
    where: { action: { notIn: [...LOOK_ACTIONS] } },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return String(newest?.seq ?? 0);
}

const listeners = new Set<() => void>();
let polling: NodeJS.Timeout | undefined;
let lastMark: string | undefined;
let busy = false;

async function poll(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    const mark = await changeMark();
    // The first look of a first listener counts as a change: what was written since it began to listen is in it.
    const changed = mark !== lastMark;
    lastMark = mark;
    if (changed) for (const listener of [...listeners]) listener();
  } catch (fault) {
    log.warn(
      { kind: fault instanceof Error ? fault.name : typeof fault },
      "live pages could not look for changes",
    );
  } finally {
    busy = false;
  }
}

/** Calls `listener` soon after anything was written; one poll a process, however many listen. Returns how to stop. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  polling ??= outsideRequests(() => setInterval(() => void poll(), POLL_MS).unref());
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || !polling) return;
    clearInterval(polling);
    polling = undefined;
    lastMark = undefined;
  };
}
