import "server-only";

const HOME = "/staff";

/** Where to go after sign-in: the asked-for path if it lies in the staff area of this very office, else its start. */
export function staffPath(asked: unknown): string {
  if (typeof asked !== "string" || /[\\\p{Cc}]/u.test(asked)) return HOME;
  const base = "http://office.invalid";
  if (!asked.startsWith("/") || !URL.canParse(asked, base)) return HOME;
  const url = new URL(asked, base);
  const inside = url.pathname === HOME || url.pathname.startsWith(`${HOME}/`);
  const loop = /^\/staff\/(sign-in|sign-out|setup)(\/|$)/.test(url.pathname);
  return url.origin === base && inside && !loop ? url.pathname + url.search : HOME;
}
