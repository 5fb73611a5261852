"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ownSessionGuard } from "@/lib/access/guards";
import { signOut } from "@/lib/access/sign-in";
import { action } from "@/lib/platform/action";

const SIGN_IN = "/staff/sign-in";

const run = action({
  name: "account.sign-out",
  guard: ownSessionGuard,
  schema: z.unknown(),
  run: async ({ requestId }) => {
    await signOut(await headers(), requestId);
    redirect(SIGN_IN);
  },
});

/** Ends this browser's session and shows the sign-in page; usable as a form's action. */
export async function signOutAction(): Promise<void> {
  const answer = await run(undefined);
  // Whoever is no longer signed in is where sign-out leads.
  if (!answer.ok && answer.code === "NOT_SIGNED_IN") redirect(SIGN_IN);
}
