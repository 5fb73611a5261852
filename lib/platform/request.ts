import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** One HTTP request as scripts/request-record.mjs began it; `notes` go into its line of the log. */
interface RunningRequest {
  readonly id: string;
  readonly notes: Record<string, string>;
}

// Made by the HTTP server, which alone sees a request begin; scripts and tests have none.
const holder = globalThis as typeof globalThis & { __janjiRequests?: AsyncLocalStorage<RunningRequest> };

const running = () => holder.__janjiRequests?.getStore();

/** The id of the request that this code runs for; null outside of one. */
export const runningRequestId = (): string | null => running()?.id ?? null;

/** The id under which what is done now is logged and recorded: the request's, or a new one outside of requests. */
export const currentRequestId = (): string => running()?.id ?? randomUUID();

/** Adds to the request's line in the log. Names of code, opaque ids and keys only, never what a person sent. */
export function noteRequest(notes: Readonly<Record<string, string>>): void {
  const request = running();
  if (request) Object.assign(request.notes, notes);
}

/** Runs what serves everybody, such as a shared timer, so that it is not taken for the request that happened to be first. */
export function outsideRequests<T>(work: () => T): T {
  return holder.__janjiRequests ? holder.__janjiRequests.exit(work) : work();
}
