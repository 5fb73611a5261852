// One more process of the demo office: opens it, delivers the day so far, and ends.
import { closeDemoOffice, openDemoOffice } from "@/lib/demo/open-demo-office";
import { closeDatabase } from "@/lib/platform/database";

await openDemoOffice();
closeDemoOffice();
await closeDatabase();
