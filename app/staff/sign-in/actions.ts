"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { landing } from "@/lib/access/landing";
import { signInGuard } from "@/lib/access/public-guards";
import { signInInput } from "@/lib/access/schema";
import { signIn } from "@/lib/access/sign-in";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const run = action({
  name: "account.sign-in",
  guard: signInGuard,
  schema: signInInput.extend({ next: z.string().max(500).optional() }),
  run: async ({ context, input, requestId }): Promise<ActionResult<never>> => {
    const answer = await signIn(input, { headers: context.headers, requestId });
    if (!answer.ok) return answer;
    redirect(landing(answer.value, input.next));
  },
});

const here = action({
  name: "account.sign-in-here",
  guard: signInGuard,
  schema: signInInput,
  run: async ({ context, input, requestId }): Promise<ActionResult<{ id: string; passwordDue: boolean }>> => {
    const answer = await signIn(input, { headers: context.headers, requestId });
    if (!answer.ok) return answer;
    const { id, mustChangePassword } = answer.value;
    return { ok: true, value: { id, passwordDue: mustChangePassword } };
  },
});

/** `{ username, password, next? }`; goes on to `next` within the staff area, or answers with a refusal. */
export async function signInAction(input: unknown): Promise<ActionResult<never>> {
  return run(input);
}

/**
 * `{ username, password }` on a page whose session ended: it stays where it is, with all that was typed. Answers who
 * signed in, so that a page of somebody else is loaded anew.
 */
export async function signInHereAction(
  input: unknown,
): Promise<ActionResult<{ id: string; passwordDue: boolean }>> {
  return here(input);
}
