import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OfficeSettings } from "@/lib/office/schema";
import { runScript, type RunningServer } from "./server";

/** Gives an office a new version of its settings, by the script that administrators use. */
export function changeSettings(server: Pick<RunningServer, "env">, changes: Partial<OfficeSettings>): void {
  const settings = JSON.parse(runScript(server, "scripts/settings.ts", "show")) as OfficeSettings;
  const folder = mkdtempSync(path.join(tmpdir(), "janji-settings-"));
  const file = path.join(folder, "settings.json");
  writeFileSync(file, JSON.stringify({ ...settings, ...changes }));
  runScript(server, "scripts/settings.ts", "apply", file);
  rmSync(folder, { recursive: true, force: true });
}
