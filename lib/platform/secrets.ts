import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { environment } from "./environment";

/** Crockford's alphabet: no I, L, O, U, so a typed code is hard to get wrong. */
const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** HMAC-SHA-256 under the installation's secret; `purpose` keeps the uses apart. */
export function keyedHash(purpose: string, value: string): Buffer {
  return createHmac("sha256", environment().secret).update(`${purpose}\u0000${value}`).digest();
}

/** SHA-256 in hex: how a token is stored. Only for values with enough entropy of their own. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A new unguessable token of 256 bits, safe in a header or a QR code. */
export function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** The first `length` characters of a code in Crockford's alphabet, taken from `bytes` (five bits each). */
export function codeFromBytes(bytes: Buffer, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => CODE_ALPHABET[byte & 31]).join("");
}

/** A new code for typing, from random bytes. */
export function newCode(length: number): string {
  return codeFromBytes(randomBytes(length), length);
}

/** Reads a typed code: case, spaces and hyphens do not matter; O is 0, I and L are 1. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}
