import "server-only";
import { environment } from "./environment";

/** Whether browsers reach the office by https, so that cookies may be kept from anything else. */
export function overTls(): boolean {
  return environment().publicUrl.startsWith("https:");
}

/**
 * A cookie's name. Under https it begins with `__Host-`: browsers take such a cookie from this very host only, over TLS
 * and for all of its paths, so that neither a neighbouring name nor a page in the clear can put one in its place.
 */
export function hostCookie(name: string): string {
  return overTls() ? `__Host-${name}` : name;
}
