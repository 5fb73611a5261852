import fc from "fast-check";
import { expect, test } from "vitest";
import { auditEncoding, auditHash, CHAIN_START, type AuditContent } from "@/lib/platform/audit-hash";

/** Text that tries to look like the encoding's own signs, and any other. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    "null",
    '"',
    '","',
    "\\",
    '\\"',
    ",null,",
    "[",
    "]",
    "\u0000",
    "\ud800",
    "é",
    "e\u0301",
  ),
  fc.string({ unit: fc.constantFrom('"', ",", "\\", "n", "u", "l", "[", "0") }),
);
const row: fc.Arbitrary<AuditContent> = fc.record({
  seq: fc.integer({ min: 1 }),
  at: text,
  actorKind: text,
  actorId: fc.option(text),
  action: text,
  subjectKind: text,
  subjectId: fc.option(text),
  data: text,
  requestId: text,
});
const hash = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const link = fc.tuple(hash, row);

test("no two different rows have one encoding", () => {
  fc.assert(
    fc.property(link, link, ([oneHash, one], [otherHash, other]) => {
      const same = JSON.stringify([oneHash, one]) === JSON.stringify([otherHash, other]);
      expect(auditEncoding(oneHash, one) === auditEncoding(otherHash, other)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});

test("what differs in one column, or in how text is shared out among columns, has another encoding", () => {
  const columns = [
    "at",
    "actorKind",
    "actorId",
    "action",
    "subjectKind",
    "subjectId",
    "data",
    "requestId",
  ] as const;
  fc.assert(
    fc.property(link, fc.constantFrom(...columns), fc.option(text), ([previous, one], column, value) => {
      const other = { ...one, [column]: value };
      fc.pre(other[column] !== one[column]);
      expect(auditEncoding(previous, other)).not.toBe(auditEncoding(previous, one));
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(row, text, fc.nat(8), (one, shared, cut) => {
      const split = (at: number) => ({ ...one, action: shared.slice(0, at), subjectKind: shared.slice(at) });
      fc.pre(cut < shared.length);
      expect(auditEncoding(CHAIN_START, split(cut))).not.toBe(auditEncoding(CHAIN_START, split(cut + 1)));
    }),
  );
});

test("a row can be had back from its encoding, so nothing of it is lost", () => {
  fc.assert(
    fc.property(link, ([previous, one]) => {
      const [name, before, seq, ...texts] = JSON.parse(auditEncoding(previous, one)) as unknown[];
      expect([name, before, seq]).toEqual(["janji audit 1", previous, one.seq]);
      const { at, actorKind, actorId, action, subjectKind, subjectId, data, requestId } = one;
      expect(texts).toEqual([at, actorKind, actorId, action, subjectKind, subjectId, data, requestId]);
    }),
  );
});

test("a worked example that a stranger can follow with a shell", () => {
  // printf '%s' 'ENCODING' | sha256sum
  const first = {
    ...{ seq: 1, at: "2026-11-24T03:30:00.000Z", actorKind: "SYSTEM", actorId: null, action: "policy.added" },
    ...{ subjectKind: "policy", subjectId: "1", data: "{}", requestId: "office-opening" },
  };
  expect(auditEncoding(CHAIN_START, first)).toBe(
    `["janji audit 1","${"0".repeat(64)}",1,"2026-11-24T03:30:00.000Z","SYSTEM",null,"policy.added","policy","1","{}","office-opening"]`,
  );
  expect(auditHash(CHAIN_START, first)).toBe(
    "9f9147e1a2cd77854ab9854fb5a7fbaabf49fd6da5a7c72e9d21c2cdfa579f46",
  );
});
