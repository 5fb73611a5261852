import "server-only";
import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readdir, readFile, rename, unlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { log } from "@/lib/platform/log";
import { importFile, ownCall } from "./import-file";
import { MAX_FILE_BYTES } from "./limits";
import { importReport } from "./report";
import { REPORT, SETTLED, settledName } from "./settled-files";

const LOOK_MS = 5_000;
/** A file whose last line is not ended is probably half a file: it must stand still for this long. */
const UNENDED_MS = 60_000;
/** A file that grows within this time after it was imported is taken up again. */
const FOLLOWED_MS = 30 * 60_000;
/** Two ways of writing one file time may differ by so much. */
const SAME_TIME_MS = 2;
/** A file that a process took and did not finish within this time is given back: the process is gone. */
const FORGOTTEN_MS = 10 * 60_000;

const TAKEN = "taken";
const WANTED = /^[^.~].*\.(csv|txt|tsv)$/i;

const kindOf = (fault: unknown) => (fault instanceof Error ? fault.name : typeof fault);
const isMissing = (fault: unknown) => (fault as NodeJS.ErrnoException).code === "ENOENT";

/** Whether the file ends with a line's end, in any encoding that is read. */
async function isEnded(file: string, size: number): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, Math.max(0, size - 2));
    return buffer.subarray(0, bytesRead).some((byte) => byte === 0x0a || byte === 0x0d);
  } finally {
    await handle.close();
  }
}

/** A folder that other programs put files into. Create one for each process that watches it. */
export class DropFolder {
  /** What each file looked like when it was first seen so, and when that was: one that changes is being written. */
  private seen = new Map<string, { readonly looks: string; readonly since: number }>();

  /** @param clock the system's, epoch ms */
  constructor(
    private readonly folder: string,
    private readonly clock: () => number = Date.now,
  ) {}

  private at(...parts: string[]): string {
    return path.join(/* turbopackIgnore: true */ this.folder, ...parts);
  }

  /**
   * Looks once: takes every file that stays as it is, imports it, and moves it to done/ or refused/ with its report
   * beside it. Of several processes the one whose renaming succeeds has the file. A file that was still being written
   * after all, because its writer paused for long, comes back and is imported again as a whole.
   * @returns how many files were dealt with.
   */
  async look(): Promise<number> {
    for (const name of [TAKEN, ...SETTLED]) await mkdir(this.at(name), { recursive: true });
    await this.giveBackForgotten();
    await this.giveBackGrown();
    const before = this.seen;
    this.seen = new Map();
    let dealt = 0;
    for (const name of (await readdir(this.folder)).filter((file) => WANTED.test(file)).sort()) {
      const state = await lstat(this.at(name)).catch(() => null);
      if (!state?.isFile()) continue;
      const looks = `${state.size} ${state.mtimeMs}`;
      const known = before.get(name);
      const since = known?.looks === looks ? known.since : this.clock();
      this.seen.set(name, { looks, since });
      if (
        known?.looks === looks &&
        (await this.isWhole(name, state.size, since)) &&
        (await this.take(name))
      ) {
        this.seen.delete(name);
        dealt += 1;
      }
    }
    return dealt;
  }

  private async isWhole(name: string, size: number, since: number): Promise<boolean> {
    if (this.clock() - since >= UNENDED_MS) return true;
    return isEnded(this.at(name), size).catch(() => false);
  }

  private async take(name: string): Promise<boolean> {
    const taken = `${randomUUID()}~${name}`;
    try {
      await rename(this.at(name), this.at(TAKEN, taken));
    } catch (fault) {
      if (isMissing(fault)) return false;
      throw fault;
    }
    try {
      // The time of taking, which tells a file that is being worked on from one that was forgotten.
      await utimes(this.at(TAKEN, taken), new Date(), new Date());
      const { place, report, readAt } = await this.judge(taken);
      await this.settle(taken, name, { place, report, readAt });
      return true;
    } catch (fault) {
      log.error(
        { kind: kindOf(fault) },
        "a file of the drop folder could not be imported; it will be tried again",
      );
      await this.putBack(this.at(TAKEN, taken), name);
      return false;
    }
  }

  private async judge(taken: string): Promise<Judged> {
    const call = ownCall();
    const { size, mtimeMs: readAt } = await lstat(this.at(TAKEN, taken));
    if (size > MAX_FILE_BYTES) {
      const report = importReport({ problem: "TOO_LARGE", rows: [] }, call.locale);
      return { place: "refused", report, readAt };
    }
    const { problem, counts, rows, report } = await importFile(await readFile(this.at(TAKEN, taken)), call);
    // Refused as a whole: nothing of it was sound. Single refused rows are named in the report in done/.
    const refused = problem !== null || counts.REFUSED === rows.length;
    return { place: refused ? "refused" : "done", report, readAt };
  }

  private async settle(taken: string, name: string, { place, report, readAt }: Judged): Promise<void> {
    const stamp = new Date(this.clock()).toISOString().replace(/\D/g, "").slice(0, 14);
    const settled = this.at(place, `${stamp}-${taken.slice(0, 8)}-${name}`);
    await writeFile(`${settled}${REPORT}`, report, { mode: 0o600 });
    // The report is as old as the state of the file that it tells of.
    await utimes(`${settled}${REPORT}`, readAt / 1000, readAt / 1000);
    await rename(this.at(TAKEN, taken), settled);
    log.info({ place }, "a file of the drop folder was dealt with");
  }

  private async giveBackForgotten(): Promise<void> {
    for (const taken of await readdir(this.at(TAKEN))) {
      const state = await lstat(this.at(TAKEN, taken)).catch(() => null);
      if (!state || this.clock() - state.mtimeMs < FORGOTTEN_MS) continue;
      await this.putBack(this.at(TAKEN, taken), taken.slice(taken.indexOf("~") + 1));
    }
  }

  /** A writer that paused goes on writing into the file wherever it was moved: then it is newer than its report. */
  private async giveBackGrown(): Promise<void> {
    for (const place of SETTLED) {
      for (const settled of (await readdir(this.at(place))).filter((file) => !file.endsWith(REPORT))) {
        const known = settledName(settled);
        if (known === null || this.clock() - known.at > FOLLOWED_MS) continue;
        const file = this.at(place, settled);
        const [state, report] = await Promise.all(
          [file, `${file}${REPORT}`].map((one) => lstat(one).catch(() => null)),
        );
        if (!state || !report || state.mtimeMs - report.mtimeMs <= SAME_TIME_MS) continue;
        await this.putBack(file, known.name);
        await unlink(`${file}${REPORT}`).catch(() => undefined);
        log.info({ place }, "a file of the drop folder had gone on growing and is taken up again");
      }
    }
  }

  /** Moves a file back to where it lay; beside another of its name, which may have come meanwhile, under a longer one. */
  private async putBack(file: string, name: string): Promise<void> {
    const free = (await lstat(this.at(name)).catch(() => null)) === null;
    const back = free ? name : `${randomUUID().slice(0, 8)}-${name}`;
    await rename(file, this.at(back)).catch(() => undefined);
  }
}

interface Judged {
  readonly place: (typeof SETTLED)[number];
  readonly report: string;
  /** The file's own time (epoch ms) before it was read. */
  readonly readAt: number;
}

/** Watches a folder as long as the process lives. */
export function watchDropFolder(folder: string): void {
  const drop = new DropFolder(folder);
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      await drop.look();
    } catch (fault) {
      log.error({ kind: kindOf(fault) }, "the drop folder cannot be read; it will be tried again");
    } finally {
      looking = false;
    }
  };
  setInterval(() => void look(), LOOK_MS).unref();
}
