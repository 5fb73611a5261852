import "server-only";
import { reader } from "./database";
import { environment } from "./environment";
import { triggersMissing } from "./triggers";

/**
 * Refuses to serve from a database whose append-only tables are unguarded.
 * @throws naming the triggers that are missing.
 */
export async function assertTriggers(): Promise<void> {
  const { kind } = environment().database;
  const rows =
    kind === "sqlite"
      ? await reader().$queryRaw<{ name: string }[]>`SELECT name FROM sqlite_master WHERE type = 'trigger'`
      : // A trigger that was switched off (tgenabled D), or works for replicas only (R), guards nothing.
        await reader().$queryRaw<{ name: string }[]>`
          SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')`;
  const missing = triggersMissing(
    kind,
    rows.map(({ name }) => name),
  );
  if (missing.length > 0)
    throw new Error(`The database lacks the triggers ${missing.join(", ")}: start with npm start`);
}
