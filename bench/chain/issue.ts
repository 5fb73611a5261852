// One measurement in a process of its own: so many applicants, each issued a voucher, ever `AT_ONCE` at a time. Imports
// only what the release before the chain has, too. Prints milliseconds.
import { randomUUID } from "node:crypto";
import { openOffice } from "@/lib/office/open-office";
import { setOfficeClock } from "@/lib/platform/clock";
import { environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { ingestTickets } from "@/lib/queue/ingest";
import { checkBooking } from "@/lib/vouchers/check-booking";

const [count, atOnce] = [Number(process.env.COUNT), Number(process.env.AT_ONCE)];
const DAY = "2026-11-24";
const code = (number: number) => `9900${String(number).padStart(12, "0")}`;

await migrate(environment().database);
await openOffice();
setOfficeClock(() => Date.parse(`${DAY}T10:30:00+07:00`));
const tickets = Array.from({ length: count }, (_, number) => ({
  ticketId: `T-${number}`,
  bookingCode: code(number),
  queueNumber: `B-${number}`,
  serviceDate: DAY,
  biometricTicketAt: `${DAY}T08:00:00+07:00`,
  applicationType: "NEW" as const,
  bookingChannel: "M_PASPOR" as const,
  registeredInSmart: true,
  underReview: false,
  updatedAt: `${DAY}T10:00:00+07:00`,
}));
for (let from = 0; from < count; from += 500)
  await ingestTickets(tickets.slice(from, from + 500), { kind: "DEMO" });

let next = 0;
const kiosk = async (id: number) => {
  for (let number = next++; number < count; number = next++) {
    const call = { kiosk: { id: `kiosk-${id}` }, requestId: randomUUID() };
    const answer = await checkBooking(call, { payload: code(number), key: randomUUID() });
    if (!answer.ok || answer.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(answer));
  }
};
const started = performance.now();
await Promise.all(Array.from({ length: atOnce }, (_, id) => kiosk(id)));
console.log(performance.now() - started);
process.exit();
