/** What the probe tells of the server; memory after a collection, bytes. */
export interface Load {
  readonly reads: number;
  readonly writes: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly cpuMs: number;
  readonly longestTurnMs: number;
}

/** Milliseconds from the feed's answer to the change at a client. */
export interface Freshness {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly missed: number;
}

export interface Phase {
  readonly name: string;
  readonly clients: number;
  readonly pushes: number;
  readonly changes: number;
  readonly seconds: number;
  readonly all: Freshness;
  readonly browsers: Freshness;
  readonly before: Load;
  readonly after: Load;
}

/** One figure a push and client: when the last of its changes stood there. What came before the answer counts as 0. */
export function freshness(
  pushed: readonly { readonly marks: readonly string[]; readonly answeredAt: number }[],
  clients: readonly { readonly seen: ReadonlyMap<string, number> }[],
): Freshness {
  const waits: number[] = [];
  let missed = 0;
  for (const { seen } of clients) {
    for (const { marks, answeredAt } of pushed) {
      const times = marks.map((mark) => seen.get(mark));
      if (times.includes(undefined)) missed += 1;
      else waits.push(Math.max(0, ...times.map((at) => (at ?? 0) - answeredAt)));
    }
  }
  waits.sort((one, other) => one - other);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), max: waits.at(-1) ?? NaN, missed };
}

const mb = (bytes: number) => `${(bytes / 1_048_576).toFixed(0)} MB`;
const ms = (value: number) => (Number.isNaN(value) ? "–" : `${value.toFixed(0)} ms`);

interface Row {
  readonly what: string;
  readonly of: (phase: Phase) => string;
  readonly figure?: (phase: Phase) => number;
}

const per = (phase: Phase, key: "reads" | "writes" | "cpuMs") =>
  (phase.after[key] - phase.before[key]) / phase.pushes;

const ROWS: readonly Row[] = [
  { what: "fresh: median", of: ({ all }) => ms(all.median), figure: ({ all }) => all.median },
  { what: "fresh: 95 %", of: ({ all }) => ms(all.p95), figure: ({ all }) => all.p95 },
  { what: "fresh: longest", of: ({ all }) => ms(all.max), figure: ({ all }) => all.max },
  {
    what: "of these in browsers: median, 95 %, longest",
    of: ({ browsers: b }) => [b.median, b.p95, b.max].map(ms).join(", "),
  },
  { what: "changes that a client never showed", of: ({ all }) => String(all.missed) },
  {
    what: "database reads a delivery",
    of: (phase) => per(phase, "reads").toFixed(1),
    figure: (phase) => per(phase, "reads"),
  },
  {
    what: "database writes a delivery",
    of: (phase) => per(phase, "writes").toFixed(1),
    figure: (phase) => per(phase, "writes"),
  },
  {
    what: "reads a change",
    of: (phase) => ((phase.after.reads - phase.before.reads) / phase.changes).toFixed(2),
  },
  {
    what: "server CPU a delivery",
    of: (phase) => ms(per(phase, "cpuMs")),
    figure: (phase) => per(phase, "cpuMs"),
  },
  { what: "longest turn of the event loop", of: ({ after }) => ms(after.longestTurnMs) },
  {
    what: "heap before → after",
    of: ({ before, after }) => `${mb(before.heapUsed)} → ${mb(after.heapUsed)}`,
  },
  { what: "resident before → after", of: ({ before, after }) => `${mb(before.rss)} → ${mb(after.rss)}` },
];

function table(one: Phase, many: Phase): string {
  const lines = ROWS.map(({ what, of, figure }) => {
    const ratio = figure ? `× ${(figure(many) / figure(one)).toFixed(1)}` : "";
    return `| ${what} | ${of(one)} | ${of(many)} | ${ratio} |`;
  });
  return [`| | 1 client | ${many.clients} clients | |`, "| --- | --- | --- | --- |", ...lines].join("\n");
}

/** The figures as Markdown. */
export function report(run: {
  readonly phases: readonly Phase[];
  readonly machine: string;
  readonly changes: number;
  readonly clients: number;
  readonly browsers: number;
  readonly everyMs: number;
}): string {
  const parts = ["steady", "at one blow"].flatMap((name) => {
    const [one, many] = run.phases.filter((phase) => phase.name === name);
    if (!one || !many) return [];
    const how =
      name === "steady"
        ? `${one.pushes} deliveries of ${one.changes / one.pushes}, one every ${run.everyMs} ms`
        : `one delivery of ${one.changes}`;
    return [`## ${run.changes} changes, ${name}: ${how}`, table(one, many)];
  });
  return `# The live hall, measured

\`npm run bench:hall -- --changes ${run.changes} --clients ${run.clients} --browsers ${run.browsers}\` on ${run.machine}; browsers and server shared the machine. The built product on SQLite, ${run.changes} people waiting besides the demo's own hall, whose simulated feed goes on underneath. Fresh is from the feed's answer to the change at the client: for ${run.browsers} tablets, each a context of its own of a real browser, when the row stands in the document; for clients without a browser, which do what the page's script does, when the page's data has come.

${parts.join("\n\n")}
`;
}
