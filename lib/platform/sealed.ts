import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { environment } from "./environment";

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE;

/** A key of its own for each purpose, derived from the installation's secret (HKDF-SHA-256). */
const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync("sha256", environment().secret, "janji", `sealed/v${VERSION}/${purpose}`, 32));

/**
 * Encrypts with AES-256-GCM under a key derived from the installation's secret.
 * @param context what it belongs to; sealed bytes that are put beside something else do not open
 */
export function seal(purpose: string, context: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]));
}

/** Opens what `seal` made; null when it was changed, belongs elsewhere, or was sealed under another secret. */
export function unseal(purpose: string, context: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD + TAG || bytes[0] !== VERSION) return null;
  const nonce = bytes.subarray(1, HEAD);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(HEAD, HEAD + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD + TAG)), decipher.final()]);
  } catch {
    return null;
  }
}
