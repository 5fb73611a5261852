import type { PromiseView } from "@/lib/vouchers/souvenirs/types";
import type { Send } from "../types";

/** What the page of souvenirs lets its parts ask of the server. */
export interface SouvenirCommands {
  readonly add: Send<null>;
  readonly change: Send<null>;
  readonly count: Send<null>;
  readonly deliver: Send<null>;
  readonly find: Send<readonly PromiseView[]>;
  readonly keep: Send<PromiseView>;
  readonly reopen: Send<PromiseView>;
}
