import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/types";
import { writeTransaction } from "@/lib/platform/database";
import type { StaffContext } from "@/lib/vouchers/staff-call";

/** Somebody signed in, with the row that their name is read from. Nobody signs in with it: it has no password. */
export async function givenStaff(role: Role = "officer", name = "Orang Contoh"): Promise<StaffContext> {
  const id = randomUUID();
  await writeTransaction((tx) =>
    tx.user.create({ data: { id, name, role, email: `${id}@contoh.invalid`, username: id } }),
  );
  return { account: { id, name, role } };
}
