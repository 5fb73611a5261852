import "server-only";
import { roleOf } from "@/lib/access/rights";
import { LOOK_ACTIONS } from "@/lib/audit/looks";
import { reader } from "@/lib/platform/database";
import type { AuditEvent, Prisma } from "@/lib/platform/generated/sqlite/client";
import type { Doer } from "./types";

const IN_ORDER = [{ at: "asc" as const }, { id: "asc" as const }];

/**
 * What hangs on a ticket. Review decisions and the flag's columns are not read, so that nothing made of this can depend
 * on them; neither is what officers wrote by hand.
 */
export const EVIDENCE = {
  id: true,
  applicantRef: true,
  serviceDate: true,
  queueNumber: true,
  applicantName: true,
  bookingCode: true,
  applicationType: true,
  replacementReason: true,
  bookingChannel: true,
  biometricTicketAt: true,
  calledAt: true,
  biometricStartedAt: true,
  completedAt: true,
  createdAt: true,
  decisions: {
    select: { at: true, source: true, byId: true, waitedMs: true, requestId: true },
    orderBy: IN_ORDER,
  },
  rulings: { select: { at: true, kind: true, byId: true }, orderBy: IN_ORDER },
  alerts: { select: { at: true, data: true, resolvedAt: true }, orderBy: IN_ORDER },
  acknowledgements: { select: { at: true, level: true, byId: true }, orderBy: { level: "asc" } },
  voucher: {
    select: {
      id: true,
      applicantRef: true,
      number: true,
      serviceDate: true,
      state: true,
      origin: true,
      issuedAt: true,
      waitedMs: true,
      legalBasis: true,
      bookingLast4: true,
      steps: {
        select: { step: true, state: true, at: true, byId: true, note: true },
        orderBy: { step: "asc" },
      },
      events: { select: { at: true, kind: true, step: true, byId: true }, orderBy: IN_ORDER },
      printJobs: {
        select: { createdAt: true, kind: true, copy: true, state: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      },
      promises: {
        select: { promisedAt: true, keptAt: true, state: true, souvenir: { select: { name: true } } },
        orderBy: { promisedAt: "asc" },
      },
      receipts: {
        select: {
          id: true,
          number: true,
          state: true,
          signedAt: true,
          witnessId: true,
          souvenir: true,
          item: true,
          unsignedReason: true,
          signature: { select: { removedAt: true } },
        },
        orderBy: { seq: "asc" },
      },
      counterCall: { select: { counter: true, calledAt: true, state: true } },
    },
  },
} as const satisfies Prisma.TicketSelect;

export type Evidence = Prisma.TicketGetPayload<{ select: typeof EVIDENCE }>;
export type TrailRow = Pick<AuditEvent, "at" | "action" | "actorId" | "subjectId" | "data" | "requestId">;

/** What the trail holds of checks and looks at these tickets and vouchers; looks at the review flag are not among them. */
export async function trailOf(tickets: readonly Evidence[]): Promise<TrailRow[]> {
  const ids = (subjectKind: string, some: readonly string[]) => ({
    subjectKind,
    subjectId: { in: [...some] },
  });
  return reader().auditEvent.findMany({
    where: {
      action: { in: ["booking.checked", "applicant.exported", ...LOOK_ACTIONS] },
      OR: [
        ids(
          "ticket",
          tickets.map(({ id }) => id),
        ),
        // A name that was asked for in the register: its looks have a subject of their own.
        ids(
          "applicant-name",
          tickets.map(({ id }) => id),
        ),
        ids(
          "voucher",
          tickets.flatMap(({ voucher }) => (voucher ? [voucher.id] : [])),
        ),
        ids(
          "receipt",
          tickets.flatMap(({ voucher }) => (voucher?.receipts ?? []).map(({ id }) => id)),
        ),
      ],
    },
    select: { at: true, action: true, actorId: true, subjectId: true, data: true, requestId: true },
    orderBy: { seq: "asc" },
  });
}

/** The role of each account among ids, as it is now; ids without an account are the system's. */
export async function doers(ids: readonly (string | null)[]): Promise<(id: string | null) => Doer> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await reader().user.findMany({
    where: { id: { in: known } },
    select: { id: true, role: true },
  });
  const roles = new Map(users.map(({ id, role }) => [id, roleOf(role)]));
  return (id) => (id === null ? "system" : (roles.get(id) ?? "system"));
}
