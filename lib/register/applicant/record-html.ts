import "server-only";
import type { OfficeSettings } from "@/lib/office/schema";
import { html, jsonScript, type Html } from "./html";
import { RECORD_STYLE } from "./record-style";
import { recordWords, type RecordWords } from "./record-words";
import type { ApplicantRecord, ToldClause, VisitRecord, VoucherRecord } from "./types";

type Row = readonly (string | number | null)[];

const facts = (rows: readonly (readonly [label: string, value: string | number | null])[]) =>
  html`<dl>
    ${rows.map(([label, value]) =>
      value === null
        ? null
        : html`<dt>${label}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;

/** A table under its heading; nothing at all where there are no rows. */
function table(title: string, heads: readonly string[], rows: readonly Row[]): Html | null {
  if (rows.length === 0) return null;
  return html`<h3>${title}</h3>
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function voucherPart(voucher: VoucherRecord, { say, day, moment }: RecordWords): Html {
  const when = say("col.when");
  return html`${facts([
    [say("voucher.number"), voucher.number],
    [say("voucher.date"), day(voucher.serviceDate)],
    [say("voucher.state"), say(`state.${voucher.state}`)],
    [say("voucher.origin"), say(`origin.${voucher.origin}`)],
    [say("voucher.issued"), moment(voucher.issuedAt)],
    [say("voucher.waited"), say("minutes", { count: voucher.waitedMinutes })],
    [say("voucher.basis"), voucher.legalBasis],
    [say("voucher.last4"), voucher.last4 ?? say("removed")],
    [say("voucher.call"), voucher.call && `${voucher.call.counter}, ${moment(voucher.call.at)}`],
  ])}${table(
    say("voucher.steps"),
    [when, say("col.what"), say("col.state"), say("col.by")],
    voucher.steps.map(({ at, step, state, by, item }) => [
      at ? moment(at) : "–",
      item ? `${say(`step.${step}`)}: ${item}` : say(`step.${step}`),
      say(`stepState.${state}`),
      by ? say(`by.${by}`) : "–",
    ]),
  )}${table(
    say("voucher.promises"),
    [when, say("col.what"), say("col.state")],
    voucher.promises.map(({ promisedAt, item, state, keptAt }) => [
      moment(promisedAt),
      item,
      keptAt ? `${say(`promise.${state}`)}, ${moment(keptAt)}` : say(`promise.${state}`),
    ]),
  )}${table(
    say("voucher.receipts"),
    [when, say("col.what"), say("col.signature"), say("col.before")],
    voucher.receipts.map(({ at, number, state, souvenir, item, signature, by }) => [
      moment(at),
      `${number} (${say(`receipt.${state}`)}): ${item ?? ""} ${say(`receipt.${souvenir}`)}`,
      say(`signature.${signature}`),
      say(`by.${by}`),
    ]),
  )}${table(
    say("voucher.slips"),
    [when, say("col.what"), say("col.state")],
    voucher.slips.map(({ at, kind, copy, state }) => [
      moment(at),
      say(`slip.${kind}`, { copy }),
      say(`print.${state}`),
    ]),
  )}${table(
    say("voucher.history"),
    [when, say("col.what"), say("col.by")],
    voucher.history.map(({ at, kind, step, by }) => [
      moment(at),
      step ? `${say(`event.${kind}`)}: ${say(`step.${step}`)}` : say(`event.${kind}`),
      say(`by.${by}`),
    ]),
  )}`;
}

/** "Terpenuhi: waktu tunggu (b), …." */
function clausesIn(clauses: readonly ToldClause[], { say }: RecordWords): string {
  const named = (met: boolean) =>
    clauses
      .filter((one) => one.met === met)
      .map(({ clause }) => say(`clause.${clause.slice(-1)}`))
      .join(", ");
  const [good, bad] = [named(true), named(false)];
  return [good && say("met", { clauses: good }), bad && say("notMet", { clauses: bad })]
    .filter(Boolean)
    .join(" ");
}

function visitPart(visit: VisitRecord, words: RecordWords): Html {
  const { say, day, moment } = words;
  const [when, what, by] = [say("col.when"), say("col.what"), say("col.by")];
  const time = (at: string | null) => (at ? moment(at) : null);
  const unknown = (kind: string, value: string | null) => (value ? say(`${kind}.${value}`) : say("unknown"));
  return html`<section>
    <h2>${say("visit.title", { day: day(visit.serviceDate) })}</h2>
    ${facts([
      [say("visit.name"), visit.applicantName ?? say("removed")],
      [say("visit.booking"), visit.bookingCode ?? say("removed")],
      [say("visit.queueNumber"), visit.queueNumber ?? say("unknown")],
      [say("visit.type"), unknown("type", visit.applicationType)],
      [say("visit.reason"), visit.replacementReason && say(`reason.${visit.replacementReason}`)],
      [say("visit.channel"), unknown("channel", visit.bookingChannel)],
      [say("visit.received"), moment(visit.firstReceivedAt)],
      [say("visit.numberAt"), time(visit.numberAt)],
      [say("visit.calledAt"), time(visit.calledAt)],
      [say("visit.startedAt"), time(visit.startedAt)],
      [say("visit.completedAt"), time(visit.completedAt)],
      [say("visit.removedFrom"), day(visit.removedFrom)],
    ])}${table(
      say("visit.checks"),
      [when, say("col.told"), say("col.waited"), say("col.clauses")],
      visit.checks.map(({ at, told, waitedMinutes, clauses }) => [
        moment(at),
        say(`told.${told ?? "NOT_KNOWN"}`),
        waitedMinutes === null ? "–" : say("minutes", { count: waitedMinutes }),
        clausesIn(clauses, words) || "–",
      ]),
    )}${table(
      say("visit.officerChecks"),
      [when, by],
      visit.officerChecks.map((check) => [moment(check.at), say(`by.${check.by}`)]),
    )}${table(
      say("visit.decisions"),
      [when, what, by],
      visit.decisions.map((one) => [moment(one.at), say(`ruling.${one.kind}`), say(`by.${one.by}`)]),
    )}${table(
      say("visit.corrections"),
      [when, what, say("col.resolved")],
      visit.corrections.map(({ at, fields, resolvedAt }) => [
        moment(at),
        fields.map((field) => say(`field.${field}`)).join(", "),
        time(resolvedAt) ?? "–",
      ]),
    )}${table(
      say("visit.hall"),
      [when, what, by],
      visit.hallAlerts.map((one) => [
        moment(one.at),
        say("minutes", { count: one.minutes }),
        say(`by.${one.by}`),
      ]),
    )}${
      visit.voucher &&
      html`<h3>${say("voucher.title")}</h3>
        ${voucherPart(visit.voucher, words)}`
    }${table(
      say("visit.looks"),
      [when, what, by],
      visit.looks.map((look) => [moment(look.at), say(`look.${look.what}`), say(`by.${look.by}`)]),
    )}
  </section>`;
}

function letterhead({ name, subtitle, letterhead: head }: OfficeSettings): Html {
  return html`<header>
    ${head.logo !== undefined && html`<img src="${head.logo}" alt="" />`}
    <div>
      ${head.authority.map((line) => html`<p class="authority">${line}</p>`)}
      <p class="office">${name}</p>
      <p>${subtitle}</p>
      <p>${head.address}</p>
      ${head.contact !== "" && html`<p>${head.contact}</p>`}
    </div>
  </header>`;
}

/**
 * An applicant's record as one self-contained page: the office's letterhead, plain words, and the same as JSON in the
 * script element `record`. It asks nothing of any other file or server, and prints on A4.
 */
export function recordHtml(record: ApplicantRecord, settings: OfficeSettings, locale: string): string {
  const words = recordWords(locale, settings);
  const { say, moment } = words;
  const { address, contact } = settings.letterhead;
  const where = [settings.name, address, contact].filter((part) => part !== "").join(", ");
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${say("title")}</title>
        ${RECORD_STYLE}
      </head>
      <body>
        ${letterhead(settings)}
        <main>
          <h1>${say("title")}</h1>
          <p>${say("lead", { office: settings.name })}</p>
          ${facts([
            [say("made"), moment(record.madeAt)],
            [say("request"), record.request],
          ])}${record.visits.map((visit) => visitPart(visit, words))}
          <h2>${say("kept.title")}</h2>
          <p>
            ${say("kept.body", {
              days: record.retentionDays,
            })}
          </p>
          <h2>${say("source.title")}</h2>
          <p>${say("source.body")}</p>
          <h2>${say("exempt.title")}</h2>
          <p>${say("exempt.body")}</p>
          <h2>${say("rights.title")}</h2>
          <p>${say("rights.body", { where })}</p>
          <p class="note">${say("machine")}</p>
        </main>
        <footer>${say("foot", { request: record.request })}</footer>
        ${jsonScript("record", record)}
      </body>
    </html> `;
  return page.text;
}
