import { afterEach, expect, test, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/environment";
import { hostCookie } from "@/lib/platform/host-cookie";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  forgetEnvironment();
});

/** The session's cookie of an office under that address. */
async function sessionCookie(publicUrl: string) {
  vi.stubEnv("JANJI_SECRET", "a secret for tests only, longer than needed");
  vi.stubEnv("JANJI_PUBLIC_URL", publicUrl);
  vi.resetModules();
  const { auth } = await import("@/lib/access/auth");
  return (await auth().$context).authCookies.sessionToken;
}

test("under https cookies are this host's own, over TLS and out of reach of scripts", async () => {
  const { name, attributes } = await sessionCookie("https://janji.kantor.lan");
  expect(name).toBe("__Host-janji.session_token");
  expect(attributes).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax", path: "/" });
  expect(attributes.domain).toBeUndefined();
  expect(hostCookie("janji-kiosk")).toBe("__Host-janji-kiosk");
});

test("without https they have no prefix, or no browser would take them", async () => {
  const { name, attributes } = await sessionCookie("http://localhost:3000");
  expect(name).toBe("janji.session_token");
  expect(attributes.secure).toBe(false);
  expect(hostCookie("janji-kiosk")).toBe("janji-kiosk");
});
