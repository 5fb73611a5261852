import "server-only";
import { z } from "zod";
import { localParts } from "@/lib/office/local-time";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { workingDayFrom, type DemoAnchor, type DemoCalendar } from "./demo-clock";
import { assertDemo } from "./demo-only";

/** The fact that marks a database as a demo's, and holds where its clock is anchored. */
export const DEMO_ANCHOR_KEY = "demo.anchor";

const anchorValue = z.strictObject({ anchorSystemMs: z.int(), firstServiceDate: z.iso.date() });

/**
 * Where this installation's demo clock is anchored; written at the very first start and never again. Of several
 * processes that start together one writes and all read the same.
 * @throws in real mode, or when the stored fact is not sound
 */
export async function demoAnchor(calendar: DemoCalendar): Promise<DemoAnchor> {
  assertDemo();
  const anchorSystemMs = systemNow().getTime();
  const wanted = environment().demoDate ?? localParts(anchorSystemMs, calendar.timeZone).date;
  const anchor: DemoAnchor = {
    anchorSystemMs,
    firstServiceDate: workingDayFrom(wanted, calendar.isWorkingDay),
  };
  await writeTransaction(
    (tx) => tx.$executeRaw`
      INSERT INTO installation_facts (key, value) VALUES (${DEMO_ANCHOR_KEY}, ${JSON.stringify(anchor)})
      ON CONFLICT (key) DO NOTHING`,
  );
  const stored = await reader().installationFact.findUniqueOrThrow({ where: { key: DEMO_ANCHOR_KEY } });
  return anchorValue.parse(JSON.parse(stored.value));
}
