import { ensureBuilt } from "../support/server";

/** The browser tests drive the production build; it is made once, here. */
export default function globalSetup(): void {
  ensureBuilt();
}
