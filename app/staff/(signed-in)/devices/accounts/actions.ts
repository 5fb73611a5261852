"use server";

import { revalidatePath } from "next/cache";
import { createAccount } from "@/lib/access/accounts";
import { changeIdleMinutes } from "@/lib/access/change-idle";
import { rightGuard } from "@/lib/access/guards";
import { giveNewPassword, reinstateAccount, setRole, suspendAccount } from "@/lib/access/manage-accounts";
import { idInput, idleInput, newAccountInput, roleInput } from "@/lib/access/schema";
import type { By, GivenPassword, SignedInAccount } from "@/lib/access/types";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const guard = rightGuard("accounts.manage");

/** Makes the change in the name of whoever is signed in, and has the page shown anew. */
async function change<Result>(
  account: SignedInAccount,
  requestId: string,
  work: (by: By) => Promise<ActionResult<Result>>,
): Promise<ActionResult<Result>> {
  const answer = await work({ actor: { kind: "OFFICER", id: account.id }, requestId });
  revalidatePath("/staff/devices/accounts");
  return answer;
}

const create = action({
  name: "account.create",
  guard,
  schema: newAccountInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => createAccount(input, by)),
});

const suspend = action({
  name: "account.suspend",
  guard,
  schema: idInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => suspendAccount(input.id, by)),
});

const reinstate = action({
  name: "account.reinstate",
  guard,
  schema: idInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => reinstateAccount(input.id, by)),
});

const password = action({
  name: "account.give-password",
  guard,
  schema: idInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => giveNewPassword(input.id, by)),
});

const role = action({
  name: "account.set-role",
  guard,
  schema: roleInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => setRole(input.id, input.role, by)),
});

const idle = action({
  name: "account.set-idle-minutes",
  guard: rightGuard("settings.manage"),
  schema: idleInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => changeIdleMinutes(input.idleMinutes, by)),
});

/** `{ username, name, role }`: tells the first password, this once. Refuses with USERNAME_TAKEN or NOT_ALLOWED. */
export async function createAccountAction(
  input: unknown,
): Promise<ActionResult<{ id: string } & GivenPassword>> {
  return create(input);
}

/** `{ id }`: ends the account's sessions at once. Refuses with OWN_ACCOUNT, NOT_ALLOWED, LAST_HEAD or NOT_FOUND. */
export async function suspendAccountAction(input: unknown): Promise<ActionResult<null>> {
  return suspend(input);
}

/** `{ id }` */
export async function reinstateAccountAction(input: unknown): Promise<ActionResult<null>> {
  return reinstate(input);
}

/** `{ id }`: ends the account's sessions and tells its new password, this once; its owner changes it at the next sign-in. */
export async function givePasswordAction(input: unknown): Promise<ActionResult<GivenPassword>> {
  return password(input);
}

/** `{ id, role }`: ends the account's sessions. Refuses with OWN_ACCOUNT, NOT_ALLOWED, LAST_HEAD or NOT_FOUND. */
export async function setRoleAction(input: unknown): Promise<ActionResult<null>> {
  return role(input);
}

/** `{ idleMinutes }`: after how many untouched minutes every session ends. */
export async function setIdleMinutesAction(input: unknown): Promise<ActionResult<null>> {
  return idle(input);
}
