"use server";

import { revalidatePath } from "next/cache";
import { rightGuard } from "@/lib/access/guards";
import { inviteKiosk, renameKiosk, revokeKiosk } from "@/lib/access/kiosks";
import { deviceNameInput, idInput, renameInput } from "@/lib/access/schema";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const PAGE = "/staff/devices";
const guard = rightGuard("devices.manage");

const invite = action({
  name: "kiosk.invite",
  guard,
  schema: deviceNameInput,
  run: async ({ context, input, requestId }): Promise<ActionResult<{ id: string; code: string }>> => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const { id, code } = await inviteKiosk(input.name, { actor, requestId });
    revalidatePath(PAGE);
    return { ok: true, value: { id, code } };
  },
});

const rename = action({
  name: "kiosk.rename",
  guard,
  schema: renameInput,
  run: async ({ context, input, requestId }) => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const answer = await renameKiosk(input.id, input.name, { actor, requestId });
    revalidatePath(PAGE);
    return answer;
  },
});

const revoke = action({
  name: "kiosk.revoke",
  guard,
  schema: idInput,
  run: async ({ context, input, requestId }) => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const answer = await revokeKiosk(input.id, { actor, requestId });
    revalidatePath(PAGE);
    return answer;
  },
});

/** `{ name }`: invites a kiosk and tells its code, this once. */
export async function inviteKioskAction(input: unknown): Promise<ActionResult<{ id: string; code: string }>> {
  return invite(input);
}

/** `{ id, name }` */
export async function renameKioskAction(input: unknown): Promise<ActionResult<null>> {
  return rename(input);
}

/** `{ id }`: the kiosk is out at its next request. */
export async function revokeKioskAction(input: unknown): Promise<ActionResult<null>> {
  return revoke(input);
}
