/**
 * `npm run new-password -- USERNAME`: gives an account a new password and prints it, this once; its owner changes it at
 * the next sign-in. For an office whose head has forgotten theirs: whoever is at the server may do what nobody above the
 * head can. Recorded in the trail like any other. Exit codes: 0 done, 1 no such account, 2 wrong usage.
 */
import { randomUUID } from "node:crypto";
import { accountIdOf } from "@/lib/access/accounts";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { giveNewPassword } from "@/lib/access/manage-accounts";
import { closeDatabase } from "@/lib/platform/database";
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";

async function main(): Promise<number> {
  const [username, ...more] = process.argv.slice(2);
  if (!username || more.length > 0) {
    console.error("Usage: npm run new-password -- USERNAME");
    return 2;
  }
  try {
    await migrate(environment().database);
    await assertInstallationMode();
    const id = await accountIdOf(username);
    const by = { actor: { kind: "SYSTEM" }, requestId: randomUUID() } as const;
    const done = id === null ? null : await giveNewPassword(id, by);
    if (!done?.ok) {
      console.error("There is no account of that name.");
      return 1;
    }
    console.log(
      `${done.value.password}\nIt opens for 72 hours. Its owner is signed out everywhere and changes it at the next sign-in.`,
    );
    return 0;
  } catch (fault) {
    if (!(fault instanceof ConfigurationError)) throw fault;
    console.error(fault.message);
    return 2;
  } finally {
    await closeDatabase();
  }
}

process.exitCode = await main();
