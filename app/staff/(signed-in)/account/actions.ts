"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ownSessionGuard } from "@/lib/access/guards";
import { landing } from "@/lib/access/landing";
import { changeOwnPassword } from "@/lib/access/own-password";
import { ownPasswordInput } from "@/lib/access/schema";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const change = action({
  name: "account.change-own-password",
  guard: ownSessionGuard,
  schema: ownPasswordInput,
  run: async ({ context: { session }, input, requestId }): Promise<ActionResult<null>> => {
    const answer = await changeOwnPassword(session, input, requestId);
    if (!answer.ok) return answer;
    if (session.mustChangePassword) {
      redirect(landing({ role: session.account.role, mustChangePassword: false }, input.next));
    }
    revalidatePath("/staff/account");
    return answer;
  },
});

/**
 * `{ current, password, next? }`; other sessions of the account end. A password that had to be changed leads on to `next`.
 * Refuses with CURRENT_WRONG, SIGN_IN_LOCKED, PASSWORD_SAME or PASSWORD_PUBLIC.
 */
export async function changeOwnPasswordAction(input: unknown): Promise<ActionResult<null>> {
  return change(input);
}
