import "server-only";
import { ConfigurationError, type Environment } from "./environment";
import { isDamage, isStorageFault } from "./faults";

/**
 * What a start that failed ends with. LASTING: trying again changes nothing, a person must act; the service manager is
 * told not to (sysexits' EX_CONFIG, RestartPreventExitStatus). PASSING: it may be gone at the next try (EX_TEMPFAIL).
 */
export const START_EXIT = { LASTING: 78, PASSING: 75, UNKNOWN: 1 } as const;

interface StartFault {
  readonly exitCode: (typeof START_EXIT)[keyof typeof START_EXIT];
  /** For the person at the log: what is wrong, and what to do about it. */
  readonly text: string;
}

type Database = Environment["database"];

/** PostgreSQL's codes and Node's for a server that is not there yet, or no longer. */
const ABSENT =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|57P0[1-3]|53300|timeout expired|Connection terminated|starting up|shutting down/i;
/** For a server that does not let us in: password, account, name of the database, right to connect. */
const REFUSED =
  /28P01|28000|3D000|42501|password authentication failed|SASL|pg_hba|does not exist|permission denied/i;

function wordsOf(fault: unknown): string {
  const words: string[] = [];
  for (let depth = 0; depth < 5 && typeof fault === "object" && fault !== null; depth += 1) {
    const { message, code, cause, errors } = fault as Record<string, unknown>;
    words.push(...[code, message].filter((word): word is string => typeof word === "string"));
    // A name with several addresses fails once for each of them.
    fault = cause ?? (Array.isArray(errors) ? (errors as unknown[])[0] : undefined);
  }
  return words.join(" ");
}

/** Where a database is, without its password. */
function placeOf(database: Database): string {
  if (database.kind === "sqlite") return database.file;
  const url = URL.canParse(database.url) ? new URL(database.url) : null;
  return url ? `${url.hostname}:${url.port || "5432"}${url.pathname}` : "DATABASE_URL";
}

/**
 * Why the office could not open, in words, and whether trying again can help; null where nothing is known of it.
 * @param database null where not even the environment could be read
 */
export function startFault(fault: unknown, database: Database | null): StartFault | null {
  if (fault instanceof ConfigurationError)
    return {
      exitCode: START_EXIT.LASTING,
      text: `${fault.message}\nJanji does not start until this is mended.`,
    };
  if (!database) return null;
  const place = placeOf(database);
  if (isDamage(fault))
    return {
      exitCode: START_EXIT.LASTING,
      text: `The database ${place} is damaged, or is no database of Janji's. Nothing was changed in it.\nLeave it as it is, and bring back the newest backup: docs/operations.md, "The database is damaged".`,
    };
  if (isStorageFault(fault))
    return {
      exitCode: START_EXIT.PASSING,
      text: `The disk under ${place} takes nothing: it is full, failing or write-protected.\nMake room on it; Janji tries again by itself.`,
    };
  if (database.kind === "sqlite") return null;
  const words = wordsOf(fault);
  if (REFUSED.test(words))
    return {
      exitCode: START_EXIT.LASTING,
      text: `PostgreSQL at ${place} does not let Janji in. Look at account, password and name of the database in DATABASE_URL.\nJanji does not start until this is mended.`,
    };
  if (ABSENT.test(words))
    return {
      exitCode: START_EXIT.PASSING,
      text: `PostgreSQL at ${place} does not answer.\nIs it started? Janji tries again by itself.`,
    };
  return null;
}
