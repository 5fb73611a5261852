import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";

export type Catalogue = Record<string, AbstractIntlMessages>;

const FOLDER = path.join(process.cwd(), "messages");
const loaded = new Map<string, Catalogue>();

/** The languages on offer: one folder each, Indonesian first. A further language is a further folder. */
export function locales(): string[] {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort((one, other) => Number(other === "id") - Number(one === "id") || one.localeCompare(other));
}

/** A language's catalogue: one namespace a file. */
export function catalogue(locale: string): Catalogue {
  const known = loaded.get(locale);
  if (known && process.env.NODE_ENV === "production") return known;
  const folder = path.join(FOLDER, locale);
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [
      file.slice(0, -5),
      JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Record<string, unknown>,
    ]);
  const whole = Object.fromEntries(entries) as Catalogue;
  loaded.set(locale, whole);
  return whole;
}
