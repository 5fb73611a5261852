import "server-only";
import type { Tx } from "@/lib/platform/database";
import { manages, roleOf } from "./rights";
import type { By, Role } from "./types";

/**
 * Whether whoever makes a change still manages accounts of that role, as the database has it now. The rows of all heads
 * are written unchanged first: two heads who suspend each other at once are lined up, and the second is one no longer.
 * Call it first in its transaction. The server itself manages all.
 */
export async function managesNow(tx: Tx, by: By, role: Role): Promise<boolean> {
  await tx.user.updateMany({ where: { role: "head" }, data: { role: "head" } });
  if (by.actor.kind === "SYSTEM") return true;
  if (by.actor.kind !== "OFFICER") return false;
  const user = await tx.user.findUnique({
    where: { id: by.actor.id },
    select: { role: true, banned: true },
  });
  const own = user && user.banned !== true ? roleOf(user.role) : null;
  return own !== null && manages(own, role);
}
