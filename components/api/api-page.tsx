import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { curl, RECIPE, rowsRecipe } from "./curl";
import { Code, Section, Table } from "./parts";
import { TicketFields } from "./ticket-fields";

type Example = Readonly<Record<string, unknown>>;

export interface ApiPageProps {
  readonly document: Readonly<Record<string, unknown>>;
  readonly examples: { readonly waiting: Example; readonly served: Example; readonly bad: Example };
  readonly problems: Readonly<Record<string, number>>;
  readonly stages: readonly string[];
  readonly address: string;
  /** The office's instant with its offset, `2026-11-24T08:28:05+07:00`. */
  readonly now: string;
  /** The demo's only; a real office's tokens are told once, to whoever makes them. */
  readonly token: string | null;
  readonly limits: { readonly batch: number; readonly bytes: number; readonly perMinute: number };
  readonly corner: ReactNode;
}

const TICKETS = "/api/v1/queue/tickets";
const RESULTS = ["CREATED", "UPDATED", "UNCHANGED", "STALE", "REFUSED"] as const;
const shown = (value: unknown) => JSON.stringify(value, null, 2);

/** The feed's description for people, drawn on the server from the document that machines read. */
export function ApiPage(page: ApiPageProps) {
  const t = useTranslations("api");
  const { waiting, served, bad } = page.examples;
  const taken = (result: string) => ({ requestId: "…", results: [{ ticketId: waiting.ticketId, result }] });
  return (
    <main className="mx-auto flex w-full max-w-[1040px] flex-col gap-6 px-(--edge) py-8">
      <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <Logo className="size-12" />
        <div className="min-w-0 flex-1 basis-96">
          <h1 className="text-title">{t("title")}</h1>
          <p className="mt-1 text-ink-soft">{t("lead")}</p>
          <a
            className="mt-2 inline-block font-strong underline underline-offset-4"
            href="/api/v1/openapi.json"
          >
            {t("document")}
          </a>
        </div>
        {page.corner}
      </header>
      <Section title={t("start.title")}>
        <p>{page.token === null ? t("start.token") : t("start.demo", { now: page.now })}</p>
        <p>{t("start.set")}</p>
        <Code
          label={t("start.set")}
        >{`export BASE=${page.address}\nexport TOKEN=${page.token ?? "feed_…"}`}</Code>
        {page.address.startsWith("https:") && <p>{t("start.certificate")}</p>}
        <p>{t("start.send")}</p>
        <Code label={t("start.send")}>{curl(TICKETS, { tickets: [waiting] })}</Code>
        <p>{t("start.answer")}</p>
        <Code label={t("start.answer")}>{shown(taken("CREATED"))}</Code>
      </Section>
      <Section title={t("ticket.title")}>
        <p>{t("ticket.lead")}</p>
        <TicketFields document={page.document} />
        <p>{t("ticket.local", { offset: page.now.slice(-6) })}</p>
        <p>{t("ticket.unknown")}</p>
      </Section>
      <Section title={t("results.title")}>
        <p>{t("results.lead", { batch: page.limits.batch })}</p>
        <Table
          heads={["result", t("ticket.meaning")]}
          rows={RESULTS.map((result) => [result, t(`results.${result}`)])}
        />
        <p>{t("results.order")}</p>
        <p>{t("results.voucher")}</p>
        <p>{t("results.try")}</p>
        <Code label={t("results.try")}>{curl(TICKETS, { tickets: [waiting, bad] })}</Code>
        <Code label={t("start.answer")}>
          {shown({
            requestId: "…",
            results: [
              { ticketId: waiting.ticketId, result: "UNCHANGED" },
              {
                ticketId: bad.ticketId,
                result: "REFUSED",
                field: "bookingChanel",
                reason: "UNKNOWN_FIELD",
                message: "…",
              },
            ],
          })}
        </Code>
      </Section>
      <Section title={t("later.title")}>
        <p>{t("later.lead")}</p>
        <Code label={t("later.lead")}>{curl(TICKETS, { tickets: [served] })}</Code>
        <Code label={t("start.answer")}>{shown(taken("UPDATED"))}</Code>
      </Section>
      <Section title={t("lookup.title")}>
        <p>{t("lookup.lead")}</p>
        <Code label={t("lookup.title")}>
          {curl(`${TICKETS}/lookup`, { ticketIds: [waiting.ticketId, "TIDAK-ADA"] })}
        </Code>
        <p>{t("lookup.state")}</p>
        <Table
          heads={["state", t("ticket.meaning")]}
          rows={page.stages.map((stage) => [stage, t(`stages.${stage}`)])}
        />
      </Section>
      <Section title={t("problems.title")}>
        <p>{t("problems.lead")}</p>
        <Table
          heads={[t("problems.code"), t("problems.status"), t("problems.do")]}
          ids
          rows={Object.entries(page.problems).map(([code, status]) => [
            code,
            String(status),
            t(`problems.${code}`, { bytes: page.limits.bytes, perMinute: page.limits.perMinute }),
          ])}
        />
      </Section>
      <Section title={t("recipe.title")}>
        <p>{t("recipe.lead")}</p>
        <Code label={t("recipe.title")}>{RECIPE}</Code>
        <p>{t("recipe.rows")}</p>
        <Code label={t("recipe.rows")}>{rowsRecipe(page.now.slice(-6))}</Code>
        <p>{t("recipe.advice")}</p>
      </Section>
    </main>
  );
}
