import { z } from "zod";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
export const ENROLMENT_CODE_LENGTH = 8;

/** Sign-in takes whatever was typed: what cannot be a name is refused like a wrong password. */
export const signInInput = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(PASSWORD_MAX),
});
export type SignInInput = z.infer<typeof signInInput>;

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9_.]{3,30}$/);
export const displayName = z.string().trim().min(1).max(80);
export const password = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
export const role = z.enum(["officer", "supervisor", "head", "administrator"]);

export const firstAccountInput = z
  .object({
    token: z.string().min(1).max(200),
    username,
    name: displayName,
    password,
    passwordAgain: z.string().max(PASSWORD_MAX),
  })
  .refine((input) => input.password === input.passwordAgain, { path: ["passwordAgain"] });
export type FirstAccountInput = z.infer<typeof firstAccountInput>;

export const newAccountInput = z.object({
  username,
  name: displayName,
  role,
});
export type NewAccountInput = z.infer<typeof newAccountInput>;

export const roleInput = z.object({ id: z.string().min(1).max(64), role });
export const ownPasswordInput = z.object({
  current: z.string().min(1).max(PASSWORD_MAX),
  password,
  /** Where to go on to after a password that had to be changed. */
  next: z.string().max(500).optional(),
});
export const idleInput = z.object({ idleMinutes: z.int().min(5).max(240) });

export const idInput = z.object({ id: z.string().min(1).max(64) });
export const deviceNameInput = z.object({ name: z.string().trim().min(1).max(40) });
export const renameInput = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(40),
});
export const enrolInput = z.object({ code: z.string().min(1).max(32) });

const MOST_SKEW_MS = 2_000_000_000;

/** A kiosk's heartbeat. Whatever else a page sends is left out: this is all that is kept of it. */
export const pulseInput = z.object({
  build: z.string().max(64),
  screen: z.string().regex(/^\d{1,5}x\d{1,5}$/),
  camera: z.enum(["off", "starting", "live", "missing", "refused"]),
  /** The kiosk's clock minus the server's; one that is years off is kept as weeks, which its column can hold. */
  skewMs: z
    .number()
    .transform((skew) => Math.round(Math.min(MOST_SKEW_MS, Math.max(-MOST_SKEW_MS, skew))))
    .nullable(),
  /** The server's instant at which the page was made, epoch ms. */
  loadedAt: z.number().int().nonnegative(),
});
export type PulseInput = z.infer<typeof pulseInput>;
