/**
 * A fresh key for one tap. `crypto.randomUUID` is missing on plain http, where tablets on a LAN may live;
 * random bytes are not.
 */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
