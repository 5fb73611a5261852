import "server-only";
import type { ProblemCode } from "./answer-schema";

/** The short, stable sentence of each problem of the feed (RFC 9457 `title`). */
export const TITLES: Readonly<Record<ProblemCode, string>> = {
  NOT_AUTHORISED: "No token that works",
  MALFORMED_JSON: "Not JSON",
  BAD_REQUEST: "Not the shape this address takes",
  METHOD_NOT_ALLOWED: "Not a method of this address",
  TOO_LARGE: "Too large",
  NOT_JSON: "Not sent as JSON",
  TOO_MANY_REQUESTS: "Too many requests",
  FAULT: "A fault on our side",
  BUSY: "Busy at the moment",
};
