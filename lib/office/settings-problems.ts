import "server-only";
import type { z } from "zod";

/** Field, as its path with dots, to what is wrong with it: a code, and after a blank the limit that it names. */
export type FieldProblems = Readonly<Record<string, string>>;

type Issue = z.core.$ZodIssue;

/** What is wrong with each field, the first finding of each. */
export function fieldProblems(error: z.ZodError): FieldProblems {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) problems[issue.path.join(".")] ??= problemOf(issue);
  return problems;
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return "EMPTY";
      return issue.origin === "array" ? "EMPTY" : `TOO_SMALL ${String(issue.minimum)}`;
    case "too_big":
      if (issue.origin === "string") return `TOO_LONG ${String(issue.maximum)}`;
      return issue.origin === "array"
        ? `TOO_MANY ${String(issue.maximum)}`
        : `TOO_LARGE ${String(issue.maximum)}`;
    case "invalid_type":
      if (issue.expected === "string") return "EMPTY";
      return issue.expected === "number" || issue.expected === "int" ? "NOT_NUMBER" : "FORMAT";
    case "custom": {
      const code: unknown = issue.params?.code;
      return typeof code === "string" ? code : "FORMAT";
    }
    default:
      return "FORMAT";
  }
}
