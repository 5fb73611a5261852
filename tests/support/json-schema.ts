import fc from "fast-check";
import { z } from "zod";

/** The part of JSON Schema that zod's own translation uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** An identifier's own expression: what is known of the office fits better than what is made up. */
const takesIds = (pattern: string, ids: readonly string[]) =>
  ids.some((id) => new RegExp(pattern, "u").test(id));

function text(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  const { pattern, format, minLength = 0, maxLength = 40 } = schema;
  if (format === "date") return fc.constantFrom("2026-11-24", "2026-11-23", "2026-12-25", "2000-02-29");
  if (format === "date-time")
    return fc.constantFrom("2026-11-24T08:00:00Z", "2026-11-24T09:15:00.000Z", "2099-12-31T23:59:59Z");
  if (format === "time") return fc.constantFrom("08:00:00", "23:59:59");
  if (pattern !== undefined) {
    const made = fc.stringMatching(new RegExp(pattern, "u"));
    return takesIds(pattern, ids) ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, made) : made;
  }
  const words = ["Contoh alasan", "B-007", "192.168.1.20", "Loket", ...ids.slice(0, 3)];
  const fitting = words.filter(({ length }) => length >= minLength && length <= maxLength);
  const made = fc.string({
    unit: "grapheme-ascii",
    minLength,
    maxLength: Math.min(maxLength, minLength + 40),
  });
  return fitting.length > 0 ? fc.oneof(fc.constantFrom(...fitting), made) : made;
}

function number(schema: Schema): fc.Arbitrary<number> {
  const min = Math.max(schema.minimum ?? -1000, (schema.exclusiveMinimum ?? -1001) + 1);
  const max = Math.max(min, Math.min(schema.maximum ?? 1e6, (schema.exclusiveMaximum ?? 1e6 + 1) - 1));
  return fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), fc.constantFrom(min, max));
}

function record(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, of]) => [name, ofSchema(of, ids)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

function ofSchema(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return fc.oneof(...some.map((one) => ofSchema(one, ids)));
  if (schema.allOf) return ofSchema(Object.assign({}, ...schema.allOf) as Schema, ids);
  switch (schema.type) {
    case "object":
      return record(schema, ids);
    case "array": {
      const { minItems = 0, maxItems = 3, items = {} } = schema;
      return fc.array(ofSchema(items, ids), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 2),
      });
    }
    case "string":
      return text(schema, ids);
    case "integer":
    case "number":
      return number(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.constantFrom<unknown>("Contoh", 1, null, {});
  }
}

/** Inputs that a schema takes, or nearly: what it refines beyond its shape is left to chance. */
export function inputsOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return ofSchema(shape, ids);
}
