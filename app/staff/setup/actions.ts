"use server";

import { redirect } from "next/navigation";
import { createFirstAccount } from "@/lib/access/first-account";
import { signInGuard } from "@/lib/access/public-guards";
import { firstAccountInput } from "@/lib/access/schema";
import { signIn } from "@/lib/access/sign-in";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const run = action({
  name: "account.create-first",
  guard: signInGuard,
  schema: firstAccountInput,
  run: async ({ context, input, requestId }): Promise<ActionResult<never>> => {
    const made = await createFirstAccount(input, requestId);
    if (!made.ok) return made;
    const { username, password } = input;
    const signedIn = await signIn({ username, password }, { headers: context.headers, requestId });
    redirect(signedIn.ok ? "/staff" : "/staff/sign-in");
  },
});

/** Makes the first account, the head's, with the one-time link and signs in. Refuses with LINK_USED, BAD_INPUT or TOO_MANY. */
export async function createFirstAccountAction(input: unknown): Promise<ActionResult<never>> {
  return run(input);
}
