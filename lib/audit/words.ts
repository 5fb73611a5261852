import "server-only";
import { catalogue } from "@/lib/platform/messages";
import type { ChainFinding } from "./types";

type Values = Readonly<Record<string, string | number>>;

/** The catalogue's key for a finding and what its words need. Rows that one head vouches for begin after it. */
export function findingWords({ kind, seq, upTo = seq, after = 0, day = "" }: ChainFinding) {
  const missing = day ? "MISSING_BY_FILE" : upTo === seq ? "MISSING_ONE" : "MISSING_MANY";
  const key = kind === "MISSING" ? (missing as "MISSING_ONE") : kind;
  return { key, values: { seq, upTo, from: after + 1, day } };
}

/** The audit catalogue's words for a terminal: values are filled in, nothing else of ICU is used there. */
export function auditWords(locale: string) {
  const words = catalogue(locale).audit as Readonly<Record<"command" | "finding", Record<string, string>>>;
  const fill = (text: string | undefined, values: Values) =>
    (text ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return {
    say: (key: string, values: Values) => fill(words.command[key], values),
    finding: (finding: ChainFinding) => {
      const { key, values } = findingWords(finding);
      return fill(words.finding[key], values);
    },
  };
}
