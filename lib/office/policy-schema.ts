import { z } from "zod";

const values = z.array(z.string().max(40)).max(20);

/** A further version of the rule set as it is typed; what it says is checked by the rules' own validator. */
export const policyDraftInput = z.strictObject({
  /** The newest version that was shown. */
  shown: z.int().min(1),
  /** Local date `YYYY-MM-DD`. */
  validFrom: z.string().max(40),
  /** Null while nothing readable is typed. */
  thresholdMinutes: z.number().nullable(),
  legalBasis: z.string().max(2000),
  qualifyingTypes: values,
  qualifyingChannels: values,
  excludedReasons: values,
});

export type PolicyDraftInput = z.output<typeof policyDraftInput>;
