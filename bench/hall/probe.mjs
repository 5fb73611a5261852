// Loaded into the measured server before anything else: counts what its database is asked, and tells it with its memory.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const Database = createRequire(import.meta.url)("better-sqlite3");
const counts = { reads: 0, writes: 0 };
const memory = new Database(":memory:");
const statement = Object.getPrototypeOf(memory.prepare("SELECT 1"));
for (const name of ["run", "get", "all", "iterate"]) {
  const original = statement[name];
  statement[name] = function (...values) {
    counts[this.readonly ? "reads" : "writes"] += 1;
    return original.apply(this, values);
  };
}
memory.close();

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc");
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

const port = Number(process.env.JANJI_BENCH_PROBE);
const server = createServer((_request, response) => {
  collect();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const told = { ...counts, rss, heapUsed, cpuMs: (user + system) / 1000, longestTurnMs: delay.max / 1e6 };
  delay.reset();
  response.setHeader("content-type", "application/json").end(JSON.stringify(told));
});
server.on("error", () => {});
if (port) server.listen(port, "127.0.0.1").unref();
