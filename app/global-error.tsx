"use client";

import { useEffect } from "react";
import { buttonClass, PAGE, SHEET } from "@/components/staff/styles";
import { Logo } from "@/components/ui/logo";
import en from "@/messages/en/fallback.json";
import id from "@/messages/id/fallback.json";
import "./globals.css";

/** Long enough to be read, and for a server that starts again; a wall screen has nobody who would press the button. */
const RELOAD_MS = 12_000;

const LANGUAGES = [
  { locale: "id", fault: id.fault },
  { locale: "en", fault: en.fault },
];

/**
 * The last resort, when not even the frame around a page could be drawn: what it says is in it, since nothing can be
 * asked any more, and it loads the page again by itself.
 */
export default function GlobalError({ error }: { error: unknown }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  useEffect(() => {
    const timer = setTimeout(() => window.location.reload(), RELOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <html lang="id">
      <body>
        <title>Janji</title>
        <div data-surface="staff" data-tone="paper" className="flex min-h-dvh flex-col">
          <main className={PAGE}>
            <div
              role="alert"
              className={`${SHEET} flex max-w-[44rem] flex-col gap-8 p-10`}
              data-fallback="fault"
            >
              <Logo className="size-12" />
              {LANGUAGES.map(({ locale, fault }) => (
                <section key={locale} lang={locale} className="flex flex-col items-start gap-3">
                  <h1 className="text-title">{fault.title}</h1>
                  <p>{fault.body}</p>
                  {digest !== null && (
                    <p className="text-small text-ink-soft">
                      {fault.code} {digest}
                    </p>
                  )}
                  <button
                    type="button"
                    onClick={() => window.location.reload()}
                    className={`${buttonClass(locale === "id" ? "primary" : "secondary")} mt-2`}
                  >
                    {fault.again}
                  </button>
                </section>
              ))}
            </div>
          </main>
        </div>
      </body>
    </html>
  );
}
