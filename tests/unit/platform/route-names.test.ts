import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { routeNames } from "../../../scripts/route-names.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "janji-routes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  path.join(folder, "routes-manifest.json"),
  JSON.stringify({
    staticRoutes: [{ page: "/" }, { page: "/staff/vouchers" }],
    dynamicRoutes: [{ page: "/staff/vouchers/[id]", regex: "^/staff/vouchers/([^/]+?)(?:/)?$" }],
  }),
);

test("an address is told by its route alone, whatever stands in it", () => {
  const name = routeNames(folder);
  const told = [
    ["/", "/"],
    ["/?nama=Siti", "/"],
    ["/staff/vouchers", "/staff/vouchers"],
    ["/staff/vouchers?nomor=K-001", "/staff/vouchers"],
    ["/staff/vouchers/Siti", "/staff/vouchers/[id]"],
    ["/staff/vouchers/Siti?x=/staff/vouchers", "/staff/vouchers/[id]"],
    ["/staff/vouchers/Siti/9900", "other"],
    ["/_next/static/chunks/1.js", "files"],
    ["/kiosk-worker.js", "files"],
    ["//example.invalid/Siti", "other"],
    ["Siti Rahayu", "other"],
  ];
  expect(told.map(([address = ""]) => [address, name(address)])).toEqual(told);
});
