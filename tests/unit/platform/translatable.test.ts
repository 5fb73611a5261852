import { createTranslator } from "next-intl";
import formatCompiled from "use-intl/format-message/format-only";
import { expect, test } from "vitest";
import { catalogue, locales } from "@/lib/platform/messages";
import { compileCatalogue, translatable } from "@/lib/platform/translatable";

type Values = Record<string, string | number | ((chunks: unknown) => string)>;
type Leaf = readonly [path: string, message: unknown];

function* leaves(tree: unknown, path: string[] = []): Generator<Leaf> {
  if (typeof tree !== "object" || tree === null || Array.isArray(tree)) yield [path.join("."), tree];
  else for (const [key, value] of Object.entries(tree)) yield* leaves(value, [...path, key]);
}

const names = (message: string, pattern: RegExp) =>
  new Set([...message.matchAll(pattern)].map(([, name = ""]) => name));

/** The branches of a select, by their names, and one that it does not know. */
function choices(message: string, name: string): string[] {
  const [, rest = ""] = message.split(`{${name}, select,`);
  return [...names(rest, /(\w+) *\{/g), "no such thing"];
}

/** Several sets of values for a message, such that every branch of it is taken by one of them. */
function* valuesFor(message: string): Generator<Values> {
  const tags = [...names(message, /<(\w+)>/g)].map((tag): [string, Values[string]] => [
    tag,
    (chunks) => `<${tag}>${String(chunks)}</${tag}>`,
  ]);
  const plain = [...names(message, /\{(\w+)\}/g)].map((name) => [name, `a ${name} <b> {c} 'd'`] as const);
  const counts = names(message, /\{(\w+), *(?:plural|selectordinal|number)/g);
  const selects = [...names(message, /\{(\w+), *select,/g)];
  const most = Math.max(5, ...selects.map((name) => choices(message, name).length));
  for (let turn = 0; turn < most; turn += 1) {
    const counted = [...counts].map((name) => [name, [0, 1, 2, 11, 12_345][turn % 5] ?? 0] as const);
    const chosen = selects.map((name) => {
      const known = choices(message, name);
      return [name, known[turn % known.length] ?? ""] as const;
    });
    yield Object.fromEntries([...tags, ...plain, ...counted, ...chosen]);
  }
}

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

test.each(locales())("every message of %s says compiled what it says as it is written", (locale) => {
  const compiled = new Map(leaves(compileCatalogue(catalogue(locale))));
  const t = createTranslator({
    locale,
    messages: catalogue(locale),
    onError: (fault) => {
      throw fault;
    },
  });
  const say = (key: string, values?: Values): string => t.markup(key as never, values as never);
  let said = 0;
  for (const [path, message] of leaves(catalogue(locale))) {
    if (typeof message !== "string") throw new Error(`${path} is no text`);
    for (const values of valuesFor(message)) {
      const options = { cache: {}, formatters, locale } as unknown as Parameters<typeof formatCompiled>[3];
      const parts = compiled.get(path) as Parameters<typeof formatCompiled>[1];
      const of = Object.keys(values).length > 0 ? values : undefined;
      expect(formatCompiled(path, parts, of as never, options), path).toBe(say(path, of));
      said += 1;
    }
  }
  expect(said).toBeGreaterThan(1_000);
});

test("a browser is given plain objects, and a message that is no ICU is named by a fault", () => {
  const { n } = compileCatalogue({ n: { m: "{count, plural, one {one} other {#}}" } });
  const [[, , branches]] = n?.m as unknown as [[string, number, object]];
  expect(Object.getPrototypeOf(branches)).toBe(Object.prototype);
  expect(() => compileCatalogue({ n: { m: "{count" } })).toThrow();
});

test("where the formatter has a parser, a translator is given the catalogue as it is written", () => {
  expect(translatable("id")).toEqual(catalogue("id"));
});
