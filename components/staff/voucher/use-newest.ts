"use client";

import { useState } from "react";

/** A later answer may be overtaken by an earlier page; further apart than this, the office's clock was set anew. */
const OVERTAKEN_MS = 60_000;

/**
 * What the last answer said, until the page itself knows as much: the screen follows a tap at once and never falls
 * back to what it showed before.
 */
export function useNewest<View extends { readonly now: number }>(
  fromPage: View,
): [View, (answered: View) => void] {
  const [answered, setAnswered] = useState<View | null>(null);
  const ahead = answered === null ? -1 : answered.now - fromPage.now;
  const newest = answered !== null && ahead >= 0 && ahead < OVERTAKEN_MS ? answered : fromPage;
  return [newest, setAnswered];
}
