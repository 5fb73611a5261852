import "server-only";
import { addDays, instantOf } from "@/lib/office/local-time";
import { reader } from "@/lib/platform/database";
import { learnDays, type LearnedDay } from "./hall-model";

/** A month of days: enough to know a hall's rhythm, little enough to follow its changes. */
const DAYS_BACK = 30;

let known: { readonly serviceDate: string; readonly learned: Promise<LearnedDay | null> } | null = null;

/** What the days before a service date teach; read once a process and date, since they no longer change much. */
export function learnedOf(serviceDate: string, timeZone: string): Promise<LearnedDay | null> {
  if (known?.serviceDate !== serviceDate) {
    const learned = readLearned(serviceDate, timeZone);
    const own = { serviceDate, learned };
    known = own;
    learned.catch(() => {
      if (known === own) known = null;
    });
  }
  return known.learned;
}

async function readLearned(serviceDate: string, timeZone: string): Promise<LearnedDay | null> {
  const rows = await reader().ticket.findMany({
    where: {
      serviceDate: { gte: addDays(serviceDate, -DAYS_BACK), lt: serviceDate },
      biometricTicketAt: { not: null },
      biometricStartedAt: { not: null },
    },
    select: { serviceDate: true, biometricTicketAt: true, biometricStartedAt: true, completedAt: true },
  });
  const days = new Map<string, typeof rows>();
  for (const row of rows) days.set(row.serviceDate, [...(days.get(row.serviceDate) ?? []), row]);
  return learnDays(
    [...days].map(([date, served]) => ({
      midnight: instantOf(date, "00:00", timeZone),
      services: served.flatMap(({ biometricTicketAt, biometricStartedAt, completedAt }) =>
        biometricTicketAt && biometricStartedAt
          ? [
              {
                ticketAt: biometricTicketAt.getTime(),
                startedAt: biometricStartedAt.getTime(),
                completedAt: completedAt?.getTime() ?? null,
              },
            ]
          : [],
      ),
    })),
  );
}
