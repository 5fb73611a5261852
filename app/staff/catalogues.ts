import type { AbstractIntlMessages } from "next-intl";
import { getMessages } from "next-intl/server";

/** The named catalogues in the reader's language: what a page sends to a browser, and no more. */
export async function catalogues(names: readonly string[]): Promise<AbstractIntlMessages> {
  const all = Object.entries((await getMessages()) as AbstractIntlMessages);
  return Object.fromEntries(all.filter(([name]) => names.includes(name)));
}
