/** One line of the server's log, parsed. */
export type LogLine = Readonly<Record<string, unknown>>;

/** How the server greets the person at the terminal when it starts: indented lines, and nothing else is. */
const GREETING = /^(?: {2}.*)?$/;

/** The lines of a server's log. @throws when one is neither JSON nor of the greeting. */
export function linesOf(log: string): LogLine[] {
  const whole = log.slice(0, log.lastIndexOf("\n") + 1).split("\n");
  return whole.filter((line) => !GREETING.test(line)).map((line) => JSON.parse(line) as LogLine);
}
