import { expect, test } from "vitest";
import { metricsText } from "@/lib/health/metrics";
import { writeTransaction } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { scan } from "../support/kiosk";
import { useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

async function series(): Promise<Record<string, number>> {
  const { text } = await metricsText();
  const lines = text.split("\n").filter((line) => line.startsWith("janji_"));
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(" ")),
      Number(line.slice(line.lastIndexOf(" ") + 1)),
    ]),
  );
}

test("the office's figures are the database's at this moment, also what came or went since the last look", async () => {
  const none = await series();
  expect(none['janji_waiting{stage="waiting",promise="past"}']).toBe(0);
  expect(Object.keys(none).filter((name) => name.startsWith("janji_printers"))).toEqual([]);

  // At 10.30: waited 150, 110 and 30 minutes; one is served, one was called.
  const times = ["08:00", "08:40", "10:00", "08:00", "08:00"];
  await ingestTickets(
    times.map((time, index) =>
      ticket(index, {
        biometricTicketAt: wib(time),
        ...(index === 3 ? { calledAt: wib("08:10"), biometricStartedAt: wib("08:20") } : {}),
        ...(index === 4 ? { calledAt: wib("10:10"), updatedAt: wib("10:20") } : {}),
      }),
    ),
    { kind: "DEMO" },
  );
  await scan(0);
  const printer = { name: "Printer aula", host: "127.0.0.1", state: "PAPER_OUT" } as const;
  const { id } = await writeTransaction((tx) => tx.printer.create({ data: printer }));
  expect(await series()).toMatchObject({
    'janji_waiting{stage="waiting",promise="within"}': 1,
    'janji_waiting{stage="waiting",promise="near"}': 1,
    'janji_waiting{stage="waiting",promise="past"}': 1,
    'janji_waiting{stage="called",promise="past"}': 1,
    'janji_waiting{stage="called",promise="within"}': 0,
    'janji_vouchers_today{state="ISSUED"}': 1,
    'janji_vouchers_today{state="COMPLETED"}': 0,
    'janji_printers{state="PAPER_OUT"}': 1,
    'janji_health{check="printers"}': 2,
  });

  await writeTransaction((tx) => tx.printer.update({ where: { id }, data: { state: "READY" } }));
  const after = await series();
  expect(after['janji_printers{state="READY"}']).toBe(1);
  expect(Object.keys(after)).not.toContain('janji_printers{state="PAPER_OUT"}');
});
