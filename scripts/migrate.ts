// npm run migrate: brings the configured database up to date. npm start does it by itself.
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";

try {
  const applied = await migrate(environment().database);
  if (applied.length > 0) console.log(`database: applied ${applied.join(", ")}`);
} catch (fault) {
  console.error(fault instanceof ConfigurationError ? fault.message : fault);
  process.exitCode = 1;
}
// Adapters keep their pools for a while; there is nothing left to wait for.
process.exit();
