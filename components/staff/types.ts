import type { ActionResult } from "@/lib/platform/types";

/** A server action as a page hands it to a component: takes what was typed or tapped, answers or refuses. */
export type Send<Result> = (input: unknown) => Promise<ActionResult<Result>>;
