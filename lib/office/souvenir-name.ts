import "server-only";

/** What makes two names the same item: neither capitals nor blanks. */
export function souvenirNameKey(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
