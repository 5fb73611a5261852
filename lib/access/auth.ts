import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { username } from "better-auth/plugins";
import { systemNow } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { hostCookie, overTls } from "@/lib/platform/host-cookie";
import { keyedHash } from "@/lib/platform/secrets";
import { authStore } from "./auth-store";
import { isOutlived } from "./first-password";
import { PASSWORD_MAX, PASSWORD_MIN } from "./schema";

/** A working day and its edges. This end is fixed when the session opens; idle time ends it earlier (idle.ts). */
const SESSION_SECONDS = 12 * 60 * 60;

/** How the refusal of a given password that has outlived its time is known among the library's others. */
export const OUTLIVED = "PASSWORD_OUTLIVED";

/** Only the right password comes this far: a suspended account learns nothing new, and an outlived password is told. */
async function refuseSession(session: { userId: string }): Promise<void> {
  const user = await reader().user.findUnique({
    where: { id: session.userId },
    select: { banned: true, mustChangePassword: true, passwordUntil: true },
  });
  if (!user || user.banned) throw new APIError("UNAUTHORIZED");
  if (isOutlived(user, systemNow())) throw new APIError("UNAUTHORIZED", { code: OUTLIVED });
}

function createAuth() {
  const { database, publicUrl } = environment();
  return betterAuth({
    appName: "Janji",
    baseURL: publicUrl,
    secret: keyedHash("better-auth", "session cookies").toString("base64url"),
    database: prismaAdapter(authStore, { provider: database.kind === "postgres" ? "postgresql" : "sqlite" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "officer", input: false },
        banned: { type: "boolean", required: false, defaultValue: false, input: false },
        mustChangePassword: { type: "boolean", required: false, defaultValue: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { activeAt: { type: "date", required: false, input: false } },
    },
    databaseHooks: { session: { create: { before: refuseSession } } },
    advanced: {
      // The library's own secure names begin with __Secure-, which a neighbouring host could set, too.
      cookiePrefix: hostCookie("janji"),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: overTls(), httpOnly: true, sameSite: "lax", path: "/" },
      // Addresses of colleagues at work are nothing that this system needs to keep.
      ipAddress: { disableIpTracking: true },
    },
    // Its HTTP handler is not mounted; rate-limits.ts and sign-in-lock.ts bound what the sign-in action does.
    rateLimit: { enabled: true },
    telemetry: { enabled: false },
    // Its lines may hold what was typed; refusals are audited and faults are logged by our own wrapper.
    logger: { disabled: true },
    plugins: [username(), nextCookies()],
  });
}

let cached: ReturnType<typeof createAuth> | undefined;

/** better-auth on our database, made at first use: building the product reads no environment. */
export function auth(): ReturnType<typeof createAuth> {
  cached ??= createAuth();
  return cached;
}

/** Whether a password is the one that was hashed. */
export async function passwordMatches(plain: string, hash: string): Promise<boolean> {
  return (await auth().$context).password.verify({ password: plain, hash });
}

/** Hashes a password as the library checks it (scrypt). */
export async function hashPassword(plain: string): Promise<string> {
  return (await auth().$context).password.hash(plain);
}
