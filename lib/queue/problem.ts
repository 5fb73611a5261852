import "server-only";
import { currentRequestId } from "@/lib/platform/request";
import { PROBLEMS, type Problem, type ProblemCode } from "./answer-schema";
import { TITLES } from "./problem-titles";

interface Told {
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: Problem["errors"];
}

/** A refusal of a whole request in the one shape that all addresses of the API have (RFC 9457). */
export function problemResponse(
  code: ProblemCode,
  detail: string,
  { requestId = currentRequestId(), headers = {}, errors }: Told = {},
): Response {
  const status = PROBLEMS[code];
  const body = { type: `/api/v1/docs#${code}`, title: TITLES[code], status, code, detail, requestId };
  const problem: Problem = errors ? { ...body, errors } : body;
  const fixed = { "cache-control": "no-store", "content-type": "application/problem+json" };
  return new Response(JSON.stringify(problem), { status, headers: { ...fixed, ...headers } });
}

/** What an address answers to the methods that it does not have; the framework's own answer would be empty. */
export function otherMethods(...methods: readonly string[]) {
  const allow = [...methods, "OPTIONS"].join(", ");
  return {
    refuse: () =>
      problemResponse("METHOD_NOT_ALLOWED", `Send one of these methods: ${allow}`, { headers: { allow } }),
    options: () => new Response(null, { status: 204, headers: { allow } }),
  };
}
