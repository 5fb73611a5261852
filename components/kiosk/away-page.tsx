import { Logo } from "@/components/ui/logo";
import { Motif } from "@/components/ui/motif";
import { Card } from "@/components/ui/card";

export interface AwayText {
  readonly locale: string;
  readonly title: string;
  readonly lead: string;
  readonly now: string;
  readonly officer: string;
  /** Names the button that tries at once; without it there is none. */
  readonly again?: string;
  readonly trying: string;
  /** Says what to tell whoever looks after the kiosk, with `{code}` in it. */
  readonly code?: string;
}

interface AwayPageProps {
  /** Why the kiosk is out: no server, or a crash of its own page. */
  readonly name: "away" | "crashed";
  readonly texts: readonly AwayText[];
  /** What the server's log knows a crash by. */
  readonly code?: string | undefined;
}

/**
 * The kiosk's last page: drawn by the style sheet alone, without a script of ours, every language at once. What it says
 * holds in any office and at any hour, since nobody can tell it anything newer.
 */
export function AwayPage({ name, texts: [first, ...others], code }: AwayPageProps) {
  if (!first) return null;
  return (
    <div className="kiosk" data-surface="kiosk" data-tone="paper" data-fit="2" lang={first.locale}>
      <Motif tone="paper" />
      <div className="kiosk-stage">
        <header className="flex items-center gap-5 text-(length:--text-frame)">
          <Logo className="size-16 shrink-0" />
          <strong className="font-head tracking-[-0.01em]">Janji</strong>
        </header>
        <main className="screen" data-screen={name}>
          <div className="screen-body">
            <div className="screen-head">
              <h1>{first.title}</h1>
              <p className="mt-6">{first.lead}</p>
              <p className="mt-4 font-strong">{first.now}</p>
              <p className="mt-4 font-strong">{first.officer}</p>
              <p className="mt-4 text-soft">{first.trying}</p>
              {code !== undefined && first.code !== undefined && (
                <p className="mt-4 text-soft">{first.code.replace("{code}", code)}</p>
              )}
            </div>
            <div className="screen-rest">
              {others.map((text) => (
                <Card key={text.locale} lang={text.locale} className="flex flex-col gap-4 px-11 py-9">
                  <h2 className="text-title">{text.title}</h2>
                  <p>{text.lead}</p>
                  <p className="font-strong">{text.now}</p>
                  <p className="font-strong">{text.officer}</p>
                  <p className="text-soft">{text.trying}</p>
                </Card>
              ))}
            </div>
          </div>
          {first.again !== undefined && (
            <footer className="screen-foot">
              <div className="screen-actions">
                <a
                  href="/kiosk"
                  className="flex min-h-(--touch-button) items-center justify-center gap-4 rounded-control bg-ink px-6 text-center text-(length:--text-button) font-head text-on-navy"
                >
                  {[first, ...others].map(({ locale, again }) => (
                    <span
                      key={locale}
                      lang={locale}
                      className="not-first:before:mr-4 not-first:before:content-['·']"
                    >
                      {again}
                    </span>
                  ))}
                </a>
              </div>
            </footer>
          )}
        </main>
      </div>
    </div>
  );
}
