/**
 * `npm run migrate`: looks at the configured database and brings it up to date. npm start and the service do it by
 * themselves. Exit codes: 0 done; 75 it may work at the next try; 78 a person must act first; 1 anything else.
 */
import { assertSound } from "@/lib/platform/assert-sound";
import { environment, type Environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { START_EXIT, startFault } from "@/lib/platform/start-fault";

let database: Environment["database"] | null = null;
try {
  const known = environment();
  ({ database } = known);
  await assertSound(known);
  const applied = await migrate(database);
  if (applied.length > 0) console.log(`database: applied ${applied.join(", ")}`);
} catch (fault) {
  const told = startFault(fault, database);
  console.error(told?.text ?? fault);
  process.exitCode = told?.exitCode ?? START_EXIT.UNKNOWN;
}
// Adapters keep their pools for a while; there is nothing left to wait for.
process.exit();
