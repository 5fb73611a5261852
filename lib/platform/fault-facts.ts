import "server-only";

const field = (fault: object, name: string): string | undefined => {
  const value = (fault as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value : undefined;
};

/**
 * What may be logged of a fault: its kind, code and where it was. Its message stays out: a database's tells values, over
 * several lines. `digest` is what Next shows to the reader of a page that failed.
 */
export function faultFacts(fault: unknown) {
  if (typeof fault !== "object" || fault === null) return { kind: typeof fault };
  const stack =
    fault instanceof Error
      ? fault.stack
          ?.split("\n")
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 6)
          .join("\n")
      : undefined;
  return {
    kind: fault instanceof Error ? fault.name : "object",
    code: field(fault, "code"),
    digest: field(fault, "digest"),
    stack,
  };
}
