import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { DropFolder } from "@/lib/queue/import/drop-folder";
import { bytes, excel, line } from "../support/files";
import { useTestDatabase } from "../support/test-database";

useTestDatabase();

const stored = () => reader().ticket.findMany({ orderBy: { sourceTicketId: "asc" } });

describe("the drop folder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "janji-drop-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, content: Uint8Array) => writeFileSync(path.join(folder, name), content);
  const inside = (place: string) =>
    readdirSync(path.join(folder, place)).map((name) => name.replace(/^\d+-\w+-/, ""));

  test("takes a file once it stays as it is, and lays a report beside it", async () => {
    const drop = new DropFolder(folder);
    put("hari.csv", excel(line(1)));
    put("hari.csv.part", excel(line(2)));
    put("rusak.csv", bytes('id;nama\nT-1;"Contoh\n'));
    expect(await drop.look()).toBe(0);
    put("hari.csv", excel(line(1), line(2, { time: "?" })));
    utimesSync(path.join(folder, "hari.csv"), 1, 1);
    expect(await drop.look()).toBe(1);
    expect(await reader().ticket.count()).toBe(0);
    expect(await drop.look()).toBe(1);
    expect(inside("done")).toEqual(["hari.csv", "hari.csv.report.csv"]);
    expect(inside("refused")).toEqual(["rusak.csv", "rusak.csv.report.csv"]);
    expect(inside("taken")).toEqual([]);
    expect(readdirSync(folder)).toContain("hari.csv.part");
    const [report = ""] = readdirSync(path.join(folder, "done")).filter((name) =>
      name.endsWith(".report.csv"),
    );
    expect(readFileSync(path.join(folder, "done", report), "utf8")).toContain(";T-2;Tidak diterima;");
    expect(await reader().ticket.count()).toBe(1);
  });

  test("takes what was laid there while nobody watched, and the same file twice without a trace in the queue", async () => {
    put("hari.csv", excel(line(1)));
    const first = new DropFolder(folder);
    await first.look();
    // A restart: whoever watches now has seen nothing yet.
    const drop = new DropFolder(folder);
    expect(await drop.look()).toBe(0);
    expect(await drop.look()).toBe(1);
    const facts = async () => (await stored()).map((row) => ({ ...row, updatedAt: null }));
    const before = await facts();
    put("hari.csv", excel(line(1)));
    await drop.look();
    expect(await drop.look()).toBe(1);
    expect(inside("done").sort()).toEqual(
      ["hari.csv", "hari.csv", "hari.csv.report.csv", "hari.csv.report.csv"].sort(),
    );
    expect(await facts()).toEqual(before);
    const trail = await reader().auditEvent.findMany({ where: { action: "file.imported" } });
    expect(trail.map(({ data }) => (JSON.parse(data) as { created: number }).created)).toEqual([1, 0]);
  });

  test("gives each file to one of several processes", async () => {
    const watchers = [new DropFolder(folder), new DropFolder(folder)];
    for (const name of ["a.csv", "b.csv", "c.csv"]) put(name, excel(line(1)));
    const look = () => Promise.all(watchers.map((drop) => drop.look()));
    await look();
    const dealt = await look();
    expect(dealt.reduce((sum, count) => sum + count)).toBe(3);
    expect(inside("done").filter((name) => !name.endsWith(".report.csv"))).toHaveLength(3);
    expect(await reader().auditEvent.count({ where: { action: "file.imported" } })).toBe(3);
  });

  test("lets a file whose last line is not ended stand still for a minute", async () => {
    const clock = { now: Date.now() };
    const drop = new DropFolder(folder, () => clock.now);
    const whole = Buffer.from(excel(line(1), line(2)));
    put("hari.csv", whole.subarray(0, whole.length - 10));
    await drop.look();
    clock.now += 59_000;
    expect(await drop.look()).toBe(0);
    put("hari.csv", whole);
    utimesSync(path.join(folder, "hari.csv"), 1, 1);
    expect(await drop.look()).toBe(0);
    expect(await drop.look()).toBe(1);
    expect((await stored()).map(({ applicantName }) => applicantName)).toEqual([
      "Contoh Pemohon 1",
      "Contoh Pemohon 2",
    ]);
    put("tanpa-akhir.csv", whole.subarray(0, whole.length - 2));
    await drop.look();
    clock.now += 60_000;
    expect(await drop.look()).toBe(1);
  });

  test("takes up again a file whose writer paused for long and then went on, and puts nothing over a newer one", async () => {
    const clock = { now: Date.now() };
    const drop = new DropFolder(folder, () => clock.now);
    const name = path.join(folder, "hari.csv");
    const writer = openSync(name, "a");
    writeSync(writer, excel(line(1)));
    await drop.look();
    expect(await drop.look()).toBe(1);
    expect(await drop.look()).toBe(0);
    expect(inside("done")).toEqual(["hari.csv", "hari.csv.report.csv"]);
    const [settled = ""] = readdirSync(path.join(folder, "done")).filter(
      (file) => !file.endsWith(".report.csv"),
    );
    writeSync(writer, `${line(2)}\r\n${line(3)}\r\n`);
    closeSync(writer);
    // Whatever the clock of the test machine's disk: the writing was later than the reading.
    utimesSync(path.join(folder, "done", settled), new Date(), new Date(Date.now() + 1_000));
    put("hari.csv", excel(line(4)));
    await drop.look();
    expect(readdirSync(folder).filter((file) => file.endsWith("hari.csv"))).toHaveLength(2);
    expect(inside("done")).toEqual([]);
    expect(await drop.look()).toBe(2);
    expect((await stored()).map(({ sourceTicketId }) => sourceTicketId)).toEqual([
      "T-1",
      "T-2",
      "T-3",
      "T-4",
    ]);
    const trail = await reader().auditEvent.findMany({ where: { action: "file.imported" } });
    const created = trail.map(({ data }) => (JSON.parse(data) as { created: number }).created);
    expect(created.sort()).toEqual([1, 1, 2]);
    expect(await drop.look()).toBe(0);
  });

  test("gives back what a process took and did not finish", async () => {
    const drop = new DropFolder(folder);
    await drop.look();
    put("taken/00000000-0000-4000-8000-000000000000~hari.csv", excel(line(1)));
    utimesSync(path.join(folder, "taken/00000000-0000-4000-8000-000000000000~hari.csv"), 1, 1);
    await drop.look();
    expect(await drop.look()).toBe(1);
    expect(inside("done")).toContain("hari.csv");
  });
});
