import { defineConfig } from "@playwright/test";
import { CHROMIUM, WHOLE_CHROMIUM } from "./tests/support/chromium";

/** Two workers, each with an office of its own, and no retries: a test that fails once has found something. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // Generous: on two busy cores a camera gives few pictures a second. What passes does not wait for it.
  expect: { timeout: 45_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: CHROMIUM,
    viewport: { width: 1080, height: 1920 },
    locale: "id-ID",
    timezoneId: "Pacific/Chatham",
    // Nothing waits for a movement to end, and a busy core draws none.
    contextOptions: { reducedMotion: "reduce" },
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "kiosk", testMatch: "kiosk-*.spec.ts" },
    { name: "browser", testMatch: "browser-*.spec.ts", use: { launchOptions: WHOLE_CHROMIUM } },
    { name: "staff", testMatch: "staff-*.spec.ts", use: { viewport: { width: 1180, height: 820 } } },
    { name: "office", testMatch: "office-*.spec.ts" },
  ],
});
