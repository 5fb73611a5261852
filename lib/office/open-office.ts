import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { isDuplicate } from "@/lib/platform/faults";
import { POLICY_V1 } from "@/lib/rules/policy";
import { DEFAULT_SETTINGS, DEMO_SETTINGS } from "./default-settings";

/**
 * Gives a new installation its first policy (the decree of 2024) and its first settings. Safe at every start and from
 * several processes: the versions' primary keys let only one of them write.
 */
export async function openOffice(): Promise<void> {
  const event = { actor: { kind: "SYSTEM" }, requestId: "office-opening" } as const;
  const once = async (write: () => Promise<unknown>) => {
    try {
      await write();
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
    }
  };
  await once(() =>
    writeTransaction(async (tx) => {
      const { version, validFrom, legalBasis } = POLICY_V1;
      await tx.policyVersion.create({
        data: { version, validFrom, legalBasis, rules: JSON.stringify(POLICY_V1) },
      });
      await appendAudit(tx, {
        ...event,
        action: "policy.added",
        subject: { kind: "policy", id: String(version) },
      });
    }),
  );
  await once(() =>
    writeTransaction(async (tx) => {
      const settings = environment().mode === "demo" ? DEMO_SETTINGS : DEFAULT_SETTINGS;
      await tx.settingVersion.create({ data: { version: 1, data: JSON.stringify(settings) } });
      await appendAudit(tx, { ...event, action: "settings.changed", subject: { kind: "settings", id: "1" } });
    }),
  );
}
