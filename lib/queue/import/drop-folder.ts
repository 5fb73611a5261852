import "server-only";
import { randomUUID } from "node:crypto";
import { lstat, mkdir, readdir, readFile, rename, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { log } from "@/lib/platform/log";
import { importFile, ownCall } from "./import-file";
import { MAX_FILE_BYTES } from "./limits";
import { importReport } from "./report";

const LOOK_MS = 5_000;
/** A file that a process took and did not finish within this time is given back: the process is gone. */
const FORGOTTEN_MS = 10 * 60_000;

const TAKEN = "taken";
const WANTED = /^[^.~].*\.(csv|txt|tsv)$/i;

const kindOf = (fault: unknown) => (fault instanceof Error ? fault.name : typeof fault);
const isMissing = (fault: unknown) => (fault as NodeJS.ErrnoException).code === "ENOENT";

/** A folder that other programs put files into. Create one for each process that watches it. */
export class DropFolder {
  /** What each file looked like last time: one whose size still changes is still being written. */
  private seen = new Map<string, string>();

  constructor(private readonly folder: string) {}

  private at(...parts: string[]): string {
    return path.join(/* turbopackIgnore: true */ this.folder, ...parts);
  }

  /**
   * Looks once: takes every file that has not changed since the last look, imports it, and moves it to done/ or
   * refused/ with its report beside it. Of several processes the one whose renaming succeeds has the file.
   * @returns how many files were dealt with.
   */
  async look(): Promise<number> {
    for (const name of [TAKEN, "done", "refused"]) await mkdir(this.at(name), { recursive: true });
    await this.giveBackForgotten();
    const before = this.seen;
    this.seen = new Map();
    let dealt = 0;
    for (const name of (await readdir(this.folder)).filter((file) => WANTED.test(file)).sort()) {
      const state = await lstat(this.at(name)).catch(() => null);
      if (!state?.isFile()) continue;
      const looks = `${state.size} ${state.mtimeMs}`;
      if (before.get(name) !== looks) this.seen.set(name, looks);
      else if (await this.take(name, state.size)) dealt += 1;
    }
    return dealt;
  }

  private async take(name: string, size: number): Promise<boolean> {
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
      const { refused, report } = await this.judge(taken, size);
      await this.settle(taken, name, refused ? "refused" : "done", report);
      return true;
    } catch (fault) {
      log.error(
        { kind: kindOf(fault) },
        "a file of the drop folder could not be imported; it will be tried again",
      );
      await rename(this.at(TAKEN, taken), this.at(name)).catch(() => undefined);
      return false;
    }
  }

  private async judge(taken: string, size: number): Promise<{ refused: boolean; report: string }> {
    const call = ownCall();
    if (size > MAX_FILE_BYTES) {
      return { refused: true, report: importReport({ problem: "TOO_LARGE", rows: [] }, call.locale) };
    }
    const { problem, counts, rows, report } = await importFile(await readFile(this.at(TAKEN, taken)), call);
    // Refused as a whole: nothing of it was sound. Single refused rows are named in the report in done/.
    return { refused: problem !== null || counts.REFUSED === rows.length, report };
  }

  private async settle(
    taken: string,
    name: string,
    place: "done" | "refused",
    report: string,
  ): Promise<void> {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const settled = `${stamp}-${taken.slice(0, 8)}-${name}`;
    await writeFile(this.at(place, `${settled}.report.csv`), report, { mode: 0o600 });
    await rename(this.at(TAKEN, taken), this.at(place, settled));
    log.info({ place }, "a file of the drop folder was dealt with");
  }

  private async giveBackForgotten(): Promise<void> {
    for (const taken of await readdir(this.at(TAKEN))) {
      const state = await lstat(this.at(TAKEN, taken)).catch(() => null);
      if (!state || Date.now() - state.mtimeMs < FORGOTTEN_MS) continue;
      const name = taken.slice(taken.indexOf("~") + 1);
      await rename(this.at(TAKEN, taken), this.at(name)).catch(() => undefined);
    }
  }
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
