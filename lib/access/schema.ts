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

export const firstAccountInput = z
  .object({
    token: z.string().min(1).max(200),
    username,
    name: displayName,
    password,
    passwordAgain: z.string(),
  })
  .refine((input) => input.password === input.passwordAgain, { path: ["passwordAgain"] });
export type FirstAccountInput = z.infer<typeof firstAccountInput>;

export const newAccountInput = z.object({
  username,
  name: displayName,
  role: z.enum(["officer", "supervisor"]),
  password,
});
export type NewAccountInput = z.infer<typeof newAccountInput>;

export const passwordInput = z.object({ id: z.string().min(1).max(64), password });

export const idInput = z.object({ id: z.string().min(1).max(64) });
export const deviceNameInput = z.object({ name: z.string().trim().min(1).max(40) });
export const renameInput = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(40),
});
export const enrolInput = z.object({ code: z.string().min(1).max(32) });
