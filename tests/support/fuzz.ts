import fc from "fast-check";

/**
 * How many inputs a property gets: `fewer` with a fixed seed in every test run, as many as are asked for, and from which
 * seed, by `npm run fuzz` (scripts/fuzz.mjs). fast-check shrinks what fails and tells seed and path.
 */
export function inputs(fewer: number): { readonly numRuns: number; readonly seed: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  return { numRuns: FUZZ_RUNS ? Number(FUZZ_RUNS) : fewer, seed: Number(FUZZ_SEED ?? 56) };
}

/** Names that mean something to JavaScript itself. */
export const LOADED_NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"];

/** Texts that have broken something somewhere: each for a reason of its own. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...LOADED_NAMES,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x\udfffx",
  "\u202egnp.exe\u202c",
  "\u2066bidi\u2069",
  "\u200b\u200d\ufeff",
  "\u2028\u2029\u0085",
  // Becomes eighteen letters when its form is made ordinary.
  "\ufdfa".repeat(300),
  "e\u0301".repeat(100),
  "İıßﬃ",
  "１２３４５６７８９０１２３４５６",
  "a".repeat(5000),
  "'; DROP TABLE tickets; --",
  '"><script>alert(1)</script>',
  "=HYPERLINK(0)",
  "+1+1",
  "@SUM(1)",
  "%00%ff%c0%ae",
  "%25%25%25%32",
  "../../../../etc/passwd",
  "${7*7}{{7*7}}#{7*7}",
  "a\r\nSet-Cookie: mine=1",
  "(a+)+$",
  "1e309",
  "9".repeat(400),
  "-0",
  "0x10",
  "NaN",
  "null",
  "true",
  "2026-02-30",
  "2026-11-24",
  "9999-12-31T23:59:59Z",
  "0000-00-00T00:00:00Z",
  "2026-11-24T24:00:00+07:00",
  "2026-11-24T08:00:60+99:99",
  "+275760-09-13T00:00:00.001Z",
  "31/02/2026",
];

export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 130 }),
);

const HOSTILE_NUMBERS = [0, -1, -0, 0.1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308, 5e-324];

/** Lists and objects within one another, deeper than any recursion should follow. */
export function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

/** Anything that JSON can say, and rather what nobody expects. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_NUMBERS, null, true, false) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>([], {}, [[]], Array(600).fill(0), nested(400)) },
);

type Holder = Record<string, unknown>;
interface Place {
  readonly holder: Holder;
  readonly key: string;
}

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;

/** Every place of a value that something else can be put in, the outermost ones first; of a deep one the first few. */
function placesOf(root: Holder): Place[] {
  const places: Place[] = [];
  const open: Holder[] = [root];
  for (let holder = open.shift(); holder && places.length < 500; holder = open.shift()) {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      const value = holder[key];
      if (isHolder(value)) open.push(value);
    }
  }
  return places;
}

/** Sets an own field whatever its name: `__proto__` as JSON would, not as a prototype. */
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

export interface Mutation {
  readonly at: number;
  readonly how: "replace" | "remove" | "add" | "swap" | "wrap" | "repeat";
  readonly name: string;
  readonly value: unknown;
}

export const mutations = (most = 4): fc.Arbitrary<Mutation[]> =>
  fc.array(
    fc.record({
      at: fc.nat(10_000),
      how: fc.constantFrom<Mutation["how"]>("replace", "replace", "remove", "add", "swap", "wrap", "repeat"),
      name: fc.oneof(fc.constantFrom(...LOADED_NAMES), hostileText),
      value: hostileValue,
    }),
    { maxLength: most },
  );

/** A sound value with some of its places changed; the value itself stays as it is. */
export function mutated(value: unknown, changes: readonly Mutation[]): unknown {
  const root: Holder = { value: structuredClone(value) };
  for (const { at, how, name, value: other } of changes) {
    const places = placesOf(root);
    const place = places[at % places.length];
    if (!place) continue;
    const { holder, key } = place;
    const current = holder[key];
    const neighbour = places[(at * 7 + 1) % places.length];
    if (how === "replace") put(holder, key, other);
    else if (how === "remove" && holder !== root) Reflect.deleteProperty(holder, key);
    else if (how === "add" && isHolder(current)) put(current, name, other);
    else if (how === "wrap") put(holder, key, [current]);
    else if (how === "repeat" && Array.isArray(current) && current.length < 600)
      put(holder, key, [...(current as unknown[]), ...(current as unknown[])]);
    // A copy, so that no value comes to hold itself.
    else if (how === "swap" && neighbour)
      put(holder, key, structuredClone(neighbour.holder[neighbour.key] ?? null));
  }
  return root.value;
}

export interface ByteChange {
  readonly at: number;
  readonly how: "cut" | "drop" | "flip" | "insert" | "double";
  readonly bytes: Uint8Array;
}

const SPLINTERS = [
  '"',
  "{",
  "}",
  "[",
  ",",
  ":",
  "\\u0000",
  "\\ud800",
  "\u0000",
  "\uFEFF",
  "\r\n",
  ";",
  "\t",
  "'",
];

export const byteChanges = (most = 3): fc.Arbitrary<ByteChange[]> =>
  fc.array(
    fc.record({
      at: fc.nat(3_000_000),
      how: fc.constantFrom<ByteChange["how"]>("cut", "drop", "flip", "insert", "insert", "double"),
      bytes: fc.oneof(
        fc.constantFrom(...SPLINTERS).map((text) => new TextEncoder().encode(text)),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
      ),
    }),
    { maxLength: most },
  );

/** Bytes with some of them cut off, lost, changed, put in or said twice. */
export function changedBytes(bytes: Uint8Array, changes: readonly ByteChange[]): Uint8Array {
  let data = Buffer.from(bytes);
  for (const { at, how, bytes: other } of changes) {
    const place = data.length === 0 ? 0 : at % data.length;
    const [before, after] = [data.subarray(0, place), data.subarray(place)];
    if (how === "cut") data = Buffer.from(before);
    else if (how === "drop") data = Buffer.concat([before, after.subarray(other.length)]);
    else if (how === "insert") data = Buffer.concat([before, other, after]);
    else if (how === "double") data = Buffer.concat([before, after.subarray(0, 200), after]);
    else data = Buffer.concat([before, other.subarray(0, after.length), after.subarray(other.length)]);
  }
  return data;
}

/** What no answer may show a stranger: where the program failed, or what it is made of. */
export const INSIDES =
  /\n\s+at |node_modules|\/lib\/[a-z]+\/|\.[cm]?[jt]sx?:\d|prisma|sqlite|postgres|zoderror|typeerror|rangeerror|syntaxerror/i;
