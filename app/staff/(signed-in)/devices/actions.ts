"use server";

import { revalidatePath } from "next/cache";
import { rightGuard } from "@/lib/access/guards";
import { askReload } from "@/lib/access/kiosk-heartbeat";
import { inviteAgain, inviteKiosk, renameKiosk, revokeKiosk } from "@/lib/access/kiosks";
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

const replace = action({
  name: "kiosk.invite-again",
  guard,
  schema: idInput,
  run: async ({ context, input, requestId }) => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const answer = await inviteAgain(input.id, { actor, requestId });
    revalidatePath(PAGE);
    return answer;
  },
});

const reload = action({
  name: "kiosk.reload",
  guard,
  schema: idInput,
  run: async ({ context, input, requestId }) => {
    const actor = { kind: "OFFICER", id: context.account.id } as const;
    const answer = await askReload(input.id, { actor, requestId });
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

/** `{ id }`: a new code for the same kiosk; the machine that it is now is out once the code was typed. */
export async function replaceKioskAction(
  input: unknown,
): Promise<ActionResult<{ id: string; name: string; code: string }>> {
  return replace(input);
}

/** `{ id }`: the kiosk loads itself anew when nobody is before it. */
export async function reloadKioskAction(input: unknown): Promise<ActionResult<null>> {
  return reload(input);
}
