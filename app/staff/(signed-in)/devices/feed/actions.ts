"use server";

import { revalidatePath } from "next/cache";
import { issueFeedToken, revokeFeedToken } from "@/lib/access/feed-tokens";
import { rightGuard } from "@/lib/access/guards";
import { deviceNameInput, idInput } from "@/lib/access/schema";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const PAGE = "/staff/devices/feed";
const guard = rightGuard("feed.manage");

const issue = action({
  name: "feed-token.issue",
  guard,
  schema: deviceNameInput,
  run: async ({ context, input, requestId }): Promise<ActionResult<{ token: string }>> => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const { token } = await issueFeedToken(input.name, { actor, requestId });
    revalidatePath(PAGE);
    return { ok: true, value: { token } };
  },
});

const revoke = action({
  name: "feed-token.revoke",
  guard,
  schema: idInput,
  run: async ({ context, input, requestId }) => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const answer = await revokeFeedToken(input.id, { actor, requestId });
    revalidatePath(PAGE);
    return answer;
  },
});

/** `{ name }`: makes a token and tells it, this once. */
export async function issueFeedTokenAction(input: unknown): Promise<ActionResult<{ token: string }>> {
  return issue(input);
}

/** `{ id }`: the next delivery with the token is refused. */
export async function revokeFeedTokenAction(input: unknown): Promise<ActionResult<null>> {
  return revoke(input);
}
