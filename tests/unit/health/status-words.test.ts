import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StatusRow } from "@/components/staff/status/status-row";
import { HEALTH_CHECKS, type HealthCheck, type HealthLevel } from "@/lib/health/types";
import { catalogue, locales } from "@/lib/platform/messages";

type Words = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const wordsOf = (locale: string) => (catalogue(locale).health as unknown as { checks: Words }).checks;

/** A row as the head reads it: its text alone. */
function read(locale: string, check: HealthCheck): string {
  const row = createElement(StatusRow, { check, ahead: 0 });
  const messages = { common: catalogue(locale).common, health: catalogue(locale).health };
  const props = { locale, messages, timeZone: "Asia/Jakarta", children: row };
  const markup = renderToStaticMarkup(createElement(NextIntlClientProvider, props));
  return markup.replace(/<[^>]+>/g, " ").replaceAll("&#x27;", "'");
}

const found = (key: HealthCheck["key"], state: string, level: HealthLevel): HealthCheck => ({
  key,
  state,
  level,
  measured: 4_200_000,
  unit: key === "DISK" ? "bytes" : key === "AUDIT" ? "rows" : "ms",
  since: Date.parse("2026-11-24T03:30:00Z"),
  failedAt: Date.parse("2026-11-24T02:15:00Z"),
  names: ["Kios pintu masuk"],
});

test.each(locales())("in %s every state reads as sentences, and each trouble says what to do", (locale) => {
  const checks = wordsOf(locale);
  expect(Object.keys(checks)).toEqual([...HEALTH_CHECKS]);
  for (const key of HEALTH_CHECKS) {
    for (const [state, words] of Object.entries(checks[key] ?? {})) {
      if (state === "title") continue;
      const troubled = words.todo !== undefined;
      const text = read(locale, found(key, state, troubled ? "WARN" : "OK"));
      expect(text, `${key} ${state}`).not.toMatch(/[{}]|health\.|checks\.|undefined|NaN|–/);
      expect(words.meaning !== undefined, `${key} ${state}`).toBe(troubled);
      if (words.todo) expect(text).toContain(words.todo);
    }
  }
});

test("the languages tell the same states", () => {
  const states = (locale: string) =>
    HEALTH_CHECKS.map((key) => Object.keys(wordsOf(locale)[key] ?? {}).map((state) => `${key} ${state}`));
  for (const locale of locales()) expect(states(locale)).toEqual(states("id"));
});

test("what could not be asked, or is not known here, is never told as well", () => {
  for (const state of ["UNKNOWN", "SOMETHING_NEW"])
    expect(read("id", found("DATABASE", state, "WARN"))).toContain("tidak dapat diperiksa");
});
