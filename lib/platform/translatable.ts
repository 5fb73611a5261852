import "server-only";
import compile from "icu-minify/compile";
import formatMessage from "use-intl/format-message";
import { catalogue, type Catalogue } from "./messages";

interface Tree {
  readonly [key: string]: string | Tree;
}

function compiled(tree: Tree): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? compile(value) : compiled(value),
    ]),
  );
}

/**
 * A catalogue's messages as next-intl's formatter without a parser takes them: a plain text stays one, any other becomes
 * a list of its parts. They pass to a browser, which takes only plain objects: hence the way through JSON.
 * @throws for a message that is no ICU, or has a plural with an offset.
 */
export const compileCatalogue = (messages: Catalogue): Catalogue =>
  JSON.parse(JSON.stringify(compiled(messages))) as Catalogue;

const done = new WeakMap<Catalogue, Catalogue>();

/**
 * A language's catalogue for a translator, here or in a browser: compiled where the formatter reads compiled messages,
 * as in the build (see next.config.js), and as it is written elsewhere. Who reads words by hand takes `catalogue`.
 */
export function translatable(locale: string): Catalogue {
  const written = catalogue(locale);
  if (formatMessage.raw) return written;
  const known = done.get(written) ?? compileCatalogue(written);
  done.set(written, known);
  return known;
}
