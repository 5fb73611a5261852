// One more process that removes personal data, a row a transaction, as of an instant (epoch ms); it may be killed.
import { setOfficeClock } from "@/lib/platform/clock";
import { closeDatabase } from "@/lib/platform/database";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";

const instant = Number(process.argv[2]);
setOfficeClock(() => instant);
await removePersonalData(false, { limit: 1, leaseMs: 0 });
await closeDatabase();
