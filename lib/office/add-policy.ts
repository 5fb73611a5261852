import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { parsePolicy, policyOn } from "@/lib/rules/policy";
import { policyExamples } from "@/lib/rules/policy-examples";
import type { Policy } from "@/lib/rules/types";
import { addDays } from "./local-time";
import { readPolicies } from "./policies";
import type { PolicyDraftInput } from "./policy-schema";
import { readSettings } from "./settings";
import type { PolicyPreview } from "./types";

const MINUTE_MS = 60_000;
/** It is printed at the foot of every slip. */
const LONGEST_BASIS = 160;

type Checked = { readonly ok: true; readonly policy: Policy } | Extract<ActionResult<never>, { ok: false }>;

/**
 * Adds a version of the rule set (KETIGA); earlier ones stay. It comes into force on its own date, tomorrow at the
 * earliest: a day that has begun keeps its rules. Refusals: BAD_FIELDS with a code a field in `details`, and
 * CHANGED_MEANWHILE when another version was added since `shown`.
 */
export async function addPolicy(
  input: PolicyDraftInput,
  actor: Actor,
  requestId: string,
): Promise<ActionResult<{ readonly version: number }>> {
  const checked = await check(input);
  if (!checked.ok) return checked;
  const { policy } = checked;
  const { version, validFrom, legalBasis, thresholdMs } = policy;
  const createdById = actor.kind === "SYSTEM" ? null : actor.id;
  try {
    await writeTransaction(async (tx) => {
      await tx.policyVersion.create({
        data: { version, validFrom, legalBasis, rules: JSON.stringify(policy), createdById },
      });
      await appendAudit(tx, {
        actor,
        action: "policy.added",
        subject: { kind: "policy", id: String(version) },
        data: { validFrom, thresholdMinutes: thresholdMs / MINUTE_MS },
        requestId,
      });
    });
  } catch (fault) {
    // Two heads at once: the primary key lets one of them have the number.
    if (isDuplicate(fault)) return { ok: false, code: "CHANGED_MEANWHILE" };
    throw fault;
  }
  return { ok: true, value: { version } };
}

/** What the draft would decide of invented applicants. Writes nothing; refuses as adding it would. */
export async function previewPolicy(input: PolicyDraftInput): Promise<ActionResult<PolicyPreview>> {
  const checked = await check(input);
  if (!checked.ok) return checked;
  const { policy } = checked;
  const [policies, { hall }] = await Promise.all([readPolicies(reader()), readSettings(reader())]);
  const promised = policy.thresholdMs / MINUTE_MS;
  return {
    ok: true,
    value: {
      examples: policyExamples(policyOn(policy.validFrom, policies), policy),
      silentAlerts: hall.alertBefore.filter((before) => before >= promised),
    },
  };
}

async function check(input: PolicyDraftInput): Promise<Checked> {
  const [policies, { timeZone }] = await Promise.all([readPolicies(reader()), readSettings(reader())]);
  const newest = Math.max(0, ...policies.map(({ version }) => version));
  if (newest !== input.shown) return { ok: false, code: "CHANGED_MEANWHILE" };
  const { thresholdMinutes, validFrom, legalBasis, qualifyingTypes, qualifyingChannels, excludedReasons } =
    input;
  const thresholdMs = thresholdMinutes === null ? null : thresholdMinutes * MINUTE_MS;
  const parsed = parsePolicy({
    version: newest + 1,
    validFrom,
    legalBasis,
    thresholdMs: Number.isInteger(thresholdMinutes) ? thresholdMs : null,
    qualifyingTypes,
    qualifyingChannels,
    excludedReasons,
  });
  const problems: Record<string, string> = {};
  if (!parsed.ok) for (const { field, code } of parsed.problems) problems[field ?? "version"] = code;
  const earliest = addDays(localDate(now().getTime(), timeZone), 1);
  if (problems.validFrom === undefined && validFrom < earliest) problems.validFrom = "TOO_EARLY";
  if (legalBasis.trim().length > LONGEST_BASIS) problems.legalBasis = `TOO_LONG ${LONGEST_BASIS}`;
  if (!parsed.ok || Object.keys(problems).length > 0)
    return { ok: false, code: "BAD_FIELDS", details: problems };
  return { ok: true, policy: parsed.policy };
}
