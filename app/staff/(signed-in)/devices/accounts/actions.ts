"use server";

import { revalidatePath } from "next/cache";
import { createAccount, reinstateAccount, setPassword, suspendAccount, type By } from "@/lib/access/accounts";
import { rightGuard } from "@/lib/access/guards";
import { idInput, newAccountInput, passwordInput } from "@/lib/access/schema";
import type { SignedInAccount } from "@/lib/access/types";
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
  name: "account.set-password",
  guard,
  schema: passwordInput,
  run: ({ context, input, requestId }) =>
    change(context.account, requestId, (by) => setPassword(input.id, input.password, by)),
});

/** `{ username, name, role, password }`. Refuses with USERNAME_TAKEN or PASSWORD_PUBLIC. */
export async function createAccountAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return create(input);
}

/** `{ id }`: ends the account's sessions at once. Refuses with OWN_ACCOUNT or NOT_FOUND. */
export async function suspendAccountAction(input: unknown): Promise<ActionResult<null>> {
  return suspend(input);
}

/** `{ id }` */
export async function reinstateAccountAction(input: unknown): Promise<ActionResult<null>> {
  return reinstate(input);
}

/** `{ id, password }`: ends the account's sessions. */
export async function setPasswordAction(input: unknown): Promise<ActionResult<null>> {
  return password(input);
}
