import { AsyncLocalStorage } from "node:async_hooks";
import { standBetween } from "@/lib/platform/statements";

/**
 * Where the world breaks around one call. KILLED: before the statement of that number (0 is before the first, a number
 * beyond the last is before the commit). LOST: after the commit, before the answer. BUSY: so many tries find the
 * database locked. FULL: the disk takes nothing from that statement on.
 */
export type Fault =
  | { readonly kind: "KILLED"; readonly statement: number }
  | { readonly kind: "LOST" }
  | { readonly kind: "BUSY"; readonly tries: number }
  | { readonly kind: "FULL"; readonly statement: number };

/** What an injected end of the process looks like to whoever waits for the answer. */
export class Broken extends Error {
  override readonly name = "Broken";
}

interface Plan {
  readonly fault: Fault | null;
  commits: number;
  tries: number;
}

interface Writer {
  $transaction(work: (tx: object) => Promise<unknown>, options?: unknown): Promise<unknown>;
}
interface Door {
  readonly writer: Writer;
  readonly plain: Writer;
}

const plans = new AsyncLocalStorage<Plan>();

/** Runs one call with its fault; says how many of its transactions were committed, whatever was answered. */
export async function withFault<T>(
  fault: Fault | null,
  call: () => Promise<T>,
): Promise<{ readonly commits: number; readonly answer?: T; readonly broke?: unknown }> {
  const plan: Plan = { fault, commits: 0, tries: 0 };
  try {
    const answer = await plans.run(plan, call);
    return { commits: plan.commits, answer };
  } catch (broke) {
    return { commits: plan.commits, broke };
  }
}

/** Calls `strike` before every statement of a transaction, whoever makes it. */
function struck(tx: object, strike: () => void): object {
  const guard = (target: object): object =>
    new Proxy(target, {
      get(from, property) {
        const value: unknown = Reflect.get(from, property);
        if (typeof value === "function")
          return (...args: unknown[]): unknown => {
            strike();
            return Reflect.apply(value, from, args);
          };
        const model = typeof property === "string" && !/^[$_]/.test(property);
        return model && typeof value === "object" && value !== null ? guard(value) : value;
      },
    });
  return guard(tx);
}

async function transact(
  writer: Writer,
  work: (tx: object) => Promise<unknown>,
  options: unknown,
): Promise<unknown> {
  const plan = plans.getStore();
  if (!plan) return writer.$transaction(work, options);
  const { fault } = plan;
  plan.tries += 1;
  let statements = 0;
  const strike = () => {
    if (fault?.kind === "BUSY" && plan.tries <= fault.tries)
      throw new Error("SQLITE_BUSY: database is locked");
    if (fault?.kind === "FULL" && statements >= fault.statement) throw new Error("SQLITE_FULL: disk is full");
    if (fault?.kind === "KILLED" && statements >= fault.statement) throw new Broken("killed before commit");
    statements += 1;
  };
  const result = await writer.$transaction(async (tx) => {
    standBetween((driver) => struck(driver, strike) as typeof driver);
    const done = await work(struck(tx, strike));
    if (fault?.kind !== "BUSY") {
      // Whatever the number of statements was: the commit is the last place before which everything can end.
      if (fault?.kind === "FULL") throw new Error("SQLITE_FULL: disk is full");
      if (fault?.kind === "KILLED") throw new Broken("killed before commit");
    }
    return done;
  }, options);
  plan.commits += 1;
  if (fault?.kind === "LOST") throw new Broken("killed after commit");
  return result;
}

/**
 * Puts the faults behind the product's one door, from outside: whatever writers it opens are watched from then on.
 * @returns what takes them away again.
 */
export function breakableDoor(): () => void {
  const world = globalThis as typeof globalThis & { __janjiDoor?: Door | undefined };
  let [open, watched]: (Door | undefined)[] = [];
  const watch = (door: Door): Door => {
    const watched = (writer: Writer): Writer =>
      new Proxy(writer, {
        get(from, property) {
          if (property === "$transaction")
            return (work: (tx: object) => Promise<unknown>, options: unknown) =>
              transact(from, work, options);
          const value: unknown = Reflect.get(from, property);
          return typeof value === "function" ? (value.bind(from) as unknown) : value;
        },
      });
    return { ...door, writer: watched(door.writer), plain: watched(door.plain) };
  };
  const enter = (door: Door | undefined) => {
    [open, watched] = [door, door && watch(door)];
  };
  enter(world.__janjiDoor);
  Object.defineProperty(world, "__janjiDoor", { configurable: true, get: () => watched, set: enter });
  return () => {
    Object.defineProperty(world, "__janjiDoor", { configurable: true, writable: true, value: open });
  };
}
