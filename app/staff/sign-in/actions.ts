"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffPath } from "@/lib/access/local-path";
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
    redirect(staffPath(input.next));
  },
});

/** `{ username, password, next? }`; goes on to `next` within the staff area, or answers with a refusal. */
export async function signInAction(input: unknown): Promise<ActionResult<never>> {
  return run(input);
}
