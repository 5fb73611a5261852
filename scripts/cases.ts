/**
 * `npm run cases -- FILE`: puts every worked case of a file to the product's own decision function.
 * Exit codes: 0 all passed, 1 some failed, 2 the file could not be read or is not of the form.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { decide } from "@/lib/rules/decide";
import { POLICY_V1 } from "@/lib/rules/policy";
import { toPublicResult } from "@/lib/rules/public-result";
import { APPLICATION_TYPES, BOOKING_CHANNELS, REPLACEMENT_REASONS } from "@/lib/rules/types";

const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const instant = z
  .string()
  .refine((text) => ISO_WITH_OFFSET.test(text) && !Number.isNaN(Date.parse(text)), {
    error: "expected an ISO 8601 time with an offset",
  })
  .transform((text) => Date.parse(text));
/** What a file does not say is not known. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const caseFile = z.object({
  timeZone: z.string().refine(isTimeZone, { error: "expected an IANA time zone" }),
  thresholdMs: z.int().nonnegative(),
  cases: z.array(
    z.object({
      name: z.string(),
      now: instant,
      tickets: z.array(
        z.object({
          serviceDate: z.iso.date(),
          biometricTicketAt: optional(instant),
          biometricStartedAt: optional(instant),
          applicationType: optional(z.enum(APPLICATION_TYPES)),
          replacementReason: optional(z.enum(REPLACEMENT_REASONS)),
          bookingChannel: optional(z.enum(BOOKING_CHANNELS)),
          registeredInSmart: optional(z.boolean()),
          underReview: optional(z.boolean()),
        }),
      ),
      outages: z.array(z.object({ startedAt: instant, endedAt: optional(instant) })).default([]),
      expect: z.object({
        outcome: z.string(),
        waitedMs: z.number().optional(),
        checkAgainFrom: instant.optional(),
      }),
    }),
  ),
});
type CaseFile = z.infer<typeof caseFile>;
type Case = CaseFile["cases"][number];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

interface Mismatch {
  readonly expected: string;
  readonly got: string;
}

/** Null when a case comes out as expected. A time is compared where the expectation holds it. */
function mismatchOf(file: CaseFile, { now, tickets, outages, expect }: Case): Mismatch | null {
  const policy = { ...POLICY_V1, thresholdMs: file.thresholdMs };
  const result = toPublicResult(decide({ now, timeZone: file.timeZone, tickets, outages }, policy));
  const got = {
    outcome: result.outcome,
    waitedMs: "waitedMs" in result ? result.waitedMs : undefined,
    checkAgainFrom: "checkAgainFrom" in result ? result.checkAgainFrom : undefined,
  };
  const silent = expect.outcome === "SEE_OFFICER";
  const same =
    got.outcome === expect.outcome &&
    (got.waitedMs === expect.waitedMs || (expect.waitedMs === undefined && !silent)) &&
    (got.checkAgainFrom === expect.checkAgainFrom || (expect.checkAgainFrom === undefined && !silent));
  return same ? null : { expected: shown(expect), got: shown(got) };
}

function shown(result: { outcome: string; waitedMs?: number; checkAgainFrom?: number }): string {
  const { checkAgainFrom } = result;
  return JSON.stringify({
    outcome: result.outcome,
    waitedMs: result.waitedMs,
    checkAgainFrom: checkAgainFrom === undefined ? undefined : new Date(checkAgainFrom).toISOString(),
  });
}

function read(path: string): CaseFile {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const parsed = caseFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`not of the form of a case file\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function main(paths: readonly string[]): number {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    console.error("Usage: npm run cases -- FILE");
    return 2;
  }
  let file: CaseFile;
  try {
    file = read(path);
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  let failed = 0;
  for (const example of file.cases) {
    const mismatch = mismatchOf(file, example);
    if (mismatch === null) continue;
    failed += 1;
    console.log(`${example.name}\n  expected ${mismatch.expected}\n  got      ${mismatch.got}`);
  }
  console.log(`${file.cases.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
