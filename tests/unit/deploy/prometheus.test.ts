import { readFileSync } from "node:fs";
import { collectDefaultMetrics, Registry } from "prom-client";
import { describe, expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const rules = read("deploy/server/prometheus/rules.yml");

/** Every metric that the product tells, by the names in its sources and of the library's own. */
function known(): Set<string> {
  const sources = ["lib/health/metrics.ts", "lib/platform/metrics.ts", "scripts/request-record.mjs"];
  const ours = sources.flatMap((file) =>
    [...read(file).matchAll(/"(janji_[a-z_]+)"/g)].map(([, name]) => name ?? ""),
  );
  const register = new Registry();
  collectDefaultMetrics({ register });
  const nodes = register.getMetricsAsArray().map(({ name }) => name);
  return new Set([...ours, ...nodes, "up"]);
}

describe("the alert rules", () => {
  test("ask for metrics that there are", () => {
    const asked = [...rules.matchAll(/\b((?:janji|nodejs|process)_[a-z0-9_]+)/g)].map(([, name = ""]) =>
      name.replace(/_(count|bucket|sum)$/, ""),
    );
    expect(asked.length).toBeGreaterThan(8);
    const there = known();
    for (const name of asked) expect(there, name).toContain(name);
  });

  test("name each alert once, and say how urgent it is and what is the matter", () => {
    const alerts = rules.split(/^ {6}- alert: /m).slice(1);
    expect(new Set(alerts.map((alert) => alert.split("\n")[0])).size).toBe(alerts.length);
    for (const alert of alerts) {
      expect(alert).toMatch(/^ {8}expr: /m);
      expect(alert).toMatch(/^ {8}labels: \{ severity: (page|ticket) \}$/m);
      expect(alert).toMatch(/^ {10}summary: ".+"$/m);
    }
  });
});

test("what is measured is asked of the server itself: the door tells nobody", () => {
  expect(read("deploy/server/prometheus/scrape.yml")).toContain("metrics_path: /api/metrics\n");
  for (const file of ["deploy/server/Caddyfile", "deploy/container/Caddyfile"]) {
    const [https = ""] = read(file).split(/^http:\/\//m);
    expect(https).toContain("\t@monitoring path /api/metrics /api/metrics/* /api/health/*\n");
    expect(https).toContain("\trespond @monitoring 404\n");
  }
});
