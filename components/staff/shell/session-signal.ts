import type { ActionResult } from "@/lib/platform/types";
import type { Send } from "../types";

const PATH = "/staff/session";
const SIGN_IN = "/staff/sign-in";
const SIGN_OUT = "/staff/sign-out";
const PATIENCE_MS = 3_000;
const ENDED = "janji-session-ended";
const BEGUN = "janji-session-begun";

/** What the server says of this browser's session; `leftMs` is how long it goes on untouched. */
export type SessionWord =
  | { readonly state: "stands"; readonly leftMs: number }
  | { readonly state: "ended" }
  | { readonly state: "away" };

/** Whoever signs out is going: the page neither asks after the session nor says that it ended. */
let leaving = false;
const LEAVING_MS = 10_000;

/** Said before signing out; a sign-out that does not come about is forgotten after a while. */
export function leaveSession(): void {
  leaving = true;
  setTimeout(enterSession, LEAVING_MS);
}

/** Said by every signed-in page as it appears. */
export function enterSession(): void {
  leaving = false;
}

/** Asks without prolonging; with `touched` it tells that a person did something, which prolongs. */
export async function askSession(touched = false): Promise<SessionWord> {
  return leaving ? { state: "ended" } : askServer(touched);
}

async function askServer(touched: boolean): Promise<SessionWord> {
  try {
    const response = await fetch(PATH, {
      method: touched ? "POST" : "GET",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401) return { state: "ended" };
    if (!response.ok) return { state: "away" };
    const answer = (await response.json()) as { readonly value: { readonly leftMs: number } };
    return { state: "stands", leftMs: answer.value.leftMs };
  } catch {
    return { state: "away" };
  }
}

/** Tells the whole page that its session is over. */
export function sessionEnded(): void {
  if (!leaving) window.dispatchEvent(new Event(ENDED));
}

/** Tells the whole page that somebody has signed in on it again. */
export function sessionBegun(): void {
  window.dispatchEvent(new Event(BEGUN));
}

/**
 * Leaves a page whose session is over for the sign-in page, which leads back here. As a new document: nothing of this one
 * stays in memory. It asks once more before, since the answer that nobody is signed in has the browser drop what it kept
 * for Back.
 */
export async function leavePage(): Promise<void> {
  const { state } = await askServer(false);
  const here = window.location.pathname + window.location.search;
  // Somebody signed in again in another window meanwhile: the page is theirs, from the start.
  if (state === "stands") window.location.reload();
  else window.location.replace(`${SIGN_IN}?next=${encodeURIComponent(here)}`);
}

/** Ends this browser's session and leaves for the sign-in page, as a new document. Answers only where it did not. */
export const signOut: Send<null> = async () => {
  leaveSession();
  try {
    const response = await fetch(SIGN_OUT, { method: "POST", signal: AbortSignal.timeout(LEAVING_MS) });
    const answer = (await response.json()) as ActionResult<null>;
    if (answer.ok) window.location.replace(SIGN_IN);
    else enterSession();
    return answer;
  } catch {
    enterSession();
    return { ok: false, code: "LOST" };
  }
};

function on(name: string, listener: () => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

export const onSessionEnded = (listener: () => void) => on(ENDED, listener);
export const onSessionBegun = (listener: () => void) => on(BEGUN, listener);

/**
 * Whether a page may refresh itself now. A refresh that fails, or that finds nobody signed in, makes the router leave the
 * page, and with it would go what was typed. Tells the page when the session is over.
 */
export async function mayRefresh(): Promise<SessionWord["state"]> {
  const { state } = await askSession();
  if (state === "ended") sessionEnded();
  return state;
}

/** Tells the page where a refusal says that nobody is signed in any more. */
export function heardRefusal(code: string): void {
  if (code === "NOT_SIGNED_IN") sessionEnded();
}
