"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { action } from "@/lib/platform/action";
import { hostCookie, overTls } from "@/lib/platform/host-cookie";
import { locales } from "@/lib/platform/messages";
import type { ActionResult } from "@/lib/platform/types";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const run = action({
  name: "entrance.set-language",
  // Nothing to protect: it changes this browser's own cookie, which says how words are shown and no more.
  guard: async () => ({ ok: true as const, context: null }),
  schema: z.object({ locale: z.string().refine((code) => locales().includes(code)) }),
  run: async ({ input }): Promise<ActionResult<null>> => {
    (await cookies()).set(hostCookie("janji-locale"), input.locale, {
      path: "/",
      maxAge: YEAR_SECONDS,
      sameSite: "lax",
      httpOnly: true,
      secure: overTls(),
    });
    return { ok: true, value: null };
  },
});

/** `{ locale }`: the language before anybody has signed in. */
export async function setEntranceLanguageAction(input: unknown): Promise<ActionResult<null>> {
  return run(input);
}
