import "server-only";
import { reader } from "./database";

/** Whether this process reaches its database and the office in it was opened. */
export async function healthy(): Promise<boolean> {
  try {
    return (await reader().settingVersion.count()) > 0;
  } catch {
    return false;
  }
}
