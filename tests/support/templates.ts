import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Vitest's global set-up of the database projects: a folder for what their processes copy databases from. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "janji-templates-"));
  process.env.TEST_TEMPLATES = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
