import "server-only";
import { Counter, Gauge, register } from "prom-client";

// prom-client keeps one registry a process; this module may be loaded more than once in it.
function counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
  const known = register.getSingleMetric(name);
  return known instanceof Counter ? known : new Counter({ name, help, labelNames });
}

/** Times that a transaction was rolled back by a passing fault and tried again. */
export const writeRetries = counter(
  "janji_write_retries_total",
  "Transactions that were rolled back by a passing fault and tried again.",
);

/** Transactions that were given up, by why: BUSY, STORAGE. */
export const writesGivenUp = counter(
  "janji_writes_given_up_total",
  "Transactions that were given up: the database stayed busy, or its disk took nothing.",
  ["reason"],
);

/** Answers of kiosks by what they showed; never whose, and never why. */
export const checksAnswered = counter(
  "janji_checks_total",
  "Bookings checked at kiosks, by what the kiosk showed.",
  ["outcome"],
);

/** Pages that hang on a line of events. */
export const liveLines =
  (register.getSingleMetric("janji_live_lines") as Gauge | undefined) ??
  new Gauge({ name: "janji_live_lines", help: "Open lines of events to staff pages." });
