import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { can } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import type { Prisma } from "@/lib/platform/generated/sqlite/client";
import type { Clause, ClauseResult } from "@/lib/rules/types";
import { OWN_UNDO_MS, VOUCHER_STEPS } from "@/lib/rules/voucher-states";
import { officerClauses } from "./clause-views";
import { flagOf, obstacleTo } from "./confirmation";
import { evaluate } from "./evaluate";
import { promiseOfVoucher } from "./souvenirs/promise-queries";
import type { StepView, VoucherView } from "./types";

export const VOUCHER_EVIDENCE = {
  ticket: true,
  steps: true,
  events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  rulings: { where: { kind: "GRANTED" } },
  decisions: { where: { source: { in: ["KIOSK", "OFFICER"] } }, orderBy: { at: "asc" }, take: 1 },
} as const satisfies Prisma.VoucherInclude;

type Evidence = Prisma.VoucherGetPayload<{ include: typeof VOUCHER_EVIDENCE }>;

function stepViews(
  evidence: Evidence,
  account: SignedInAccount,
  at: Date,
  nameOf: (id: string | null) => string | null,
) {
  return VOUCHER_STEPS.map((step): StepView => {
    const row = evidence.steps.find((candidate) => candidate.step === step);
    const recordedAt = row?.at?.getTime() ?? null;
    const ownUntil = row?.byId === account.id && recordedAt !== null ? recordedAt + OWN_UNDO_MS : null;
    return {
      step,
      state: row?.state ?? "OPEN",
      at: recordedAt,
      byName: nameOf(row?.byId ?? null),
      note: row?.note ?? null,
      undoUntil: ownUntil !== null && ownUntil >= at.getTime() ? ownUntil : null,
    };
  });
}

/** Lays a voucher's evidence out for an officer, with what stands against it at the instant `at`. Writes nothing. */
export async function buildVoucherView(
  evidence: Evidence,
  account: SignedInAccount,
  at: Date,
): Promise<VoucherView> {
  const settings = await readSettings(reader());
  const finding = await evaluate(reader(), [evidence.ticket], at, settings);
  const ids = [
    ...evidence.events.map(({ byId }) => byId),
    ...evidence.steps.map(({ byId }) => byId),
    evidence.withheldById,
  ];
  const names = await accountNames([...new Set(ids.filter((id) => id !== null))]);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? "–"));
  const first = evidence.decisions[0];
  const obstacle =
    evidence.state === "COMPLETED" ? null : obstacleTo(evidence, await flagOf(reader(), evidence), finding);
  const { withheldAt, withheldById, withheldReason } = evidence;
  return {
    id: evidence.id,
    ticketId: evidence.ticketId,
    number: evidence.number,
    state: evidence.state,
    origin: evidence.origin,
    serviceDate: evidence.serviceDate,
    queueNumber: evidence.queueNumber,
    last4: evidence.bookingLast4,
    applicantName: evidence.ticket.applicantName,
    ticketAt: evidence.ticketAt.getTime(),
    promiseEndsAt: evidence.ticketAt.getTime() + finding.policy.thresholdMs,
    biometricStartedAt: evidence.ticket.biometricStartedAt?.getTime() ?? null,
    issuedAt: evidence.issuedAt.getTime(),
    waitedMinutes: Math.floor(evidence.waitedMs / 60_000),
    legalBasis: evidence.legalBasis,
    policyVersion: evidence.policyVersion,
    clauses: first ? officerClauses(JSON.parse(first.clauses) as Record<Clause, ClauseResult>) : [],
    obstacle,
    steps: stepViews(evidence, account, at, nameOf),
    promise: evidence.steps.some(({ state }) => state === "PROMISED")
      ? await promiseOfVoucher({ account }, evidence.id)
      : null,
    withheld: withheldAt && {
      at: withheldAt.getTime(),
      byName: nameOf(withheldById) ?? "–",
      reason: withheldReason ?? "",
    },
    grantReason: evidence.rulings[0]?.reason ?? null,
    history: evidence.events.map((event) => ({
      at: event.at.getTime(),
      kind: event.kind,
      step: event.step,
      byName: nameOf(event.byId),
      reason: event.reason,
    })),
    mayOverride: can(account.role, "confirmation.override"),
    now: at.getTime(),
  };
}
