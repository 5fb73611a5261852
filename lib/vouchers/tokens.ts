import "server-only";
import { codeFromBytes, keyedHash, normaliseCode, tokenHash } from "@/lib/platform/secrets";

/** Tells a voucher's QR from anything else that is held before a scanner. */
const TOKEN_MARK = "JNJ1";
/** The same of a promised souvenir's QR, before its short code. */
export const PROMISE_MARK = "JNJP";
const TOKEN_LENGTH = 32;
const SHORT_CODE_LENGTH = 8;

/**
 * The text in a voucher's QR: 160 bits by HMAC from its id, so that nobody guesses it, nothing personal is in it and a
 * reprint is identical. Capitals and digits only: the QR stays small and any keyboard layout types it alike.
 */
export function voucherToken(voucherId: string): string {
  return TOKEN_MARK + codeFromBytes(keyedHash("voucher-token", voucherId), TOKEN_LENGTH);
}

/** How the database knows a token. */
export function voucherTokenHash(token: string): string {
  return tokenHash(token);
}

/** The code for typing when a QR does not read: 40 bits, unique on its date. */
export function voucherShortCode(voucherId: string): string {
  return codeFromBytes(keyedHash("voucher-short-code", voucherId), SHORT_CODE_LENGTH);
}

/** The code on a promised souvenir's slip: 40 bits, unique. */
export function promiseShortCode(promiseId: string): string {
  return codeFromBytes(keyedHash("souvenir-promise", promiseId), SHORT_CODE_LENGTH);
}

/** What an officer scanned or typed. */
export type ScannedVoucher =
  | { readonly kind: "TOKEN"; readonly hash: string }
  | { readonly kind: "SHORT_CODE"; readonly code: string }
  | { readonly kind: "NUMBER"; readonly number: string }
  /** The slip of a promised souvenir, which is no voucher. */
  | { readonly kind: "PROMISE" }
  | { readonly kind: "NONE" };

/** Reads a scan or typed text as a voucher's token, short code, or number such as K-003 or k3. */
export function parseVoucherScan(text: string): ScannedVoucher {
  const cleaned = text
    .replace(/[\u0000-\u001f\u007f]/g, "")
    .trim()
    .toUpperCase();
  if (cleaned.length > 200) return { kind: "NONE" };
  if (cleaned.startsWith(TOKEN_MARK) && cleaned.length === TOKEN_MARK.length + TOKEN_LENGTH) {
    return { kind: "TOKEN", hash: voucherTokenHash(cleaned) };
  }
  if (cleaned.startsWith(PROMISE_MARK) && cleaned.length === PROMISE_MARK.length + SHORT_CODE_LENGTH)
    return { kind: "PROMISE" };
  // At most four digits: with five, a short code of three letters and five digits would be taken for a number.
  const number = /^([A-Z]{1,3})[\s-]?0*(\d{1,4})$/.exec(cleaned);
  if (number?.[1] && number[2])
    return { kind: "NUMBER", number: `${number[1]}-${number[2].padStart(3, "0")}` };
  const code = normaliseCode(cleaned);
  const isCode = code.length === SHORT_CODE_LENGTH && /^[0-9A-HJKMNP-TV-Z]+$/.test(code);
  return isCode ? { kind: "SHORT_CODE", code } : { kind: "NONE" };
}
