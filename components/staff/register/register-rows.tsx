import { useTranslations } from "next-intl";
import Link from "next/link";
import type { RegisterRow } from "@/lib/register/types";
import { StateSign } from "../voucher/state-sign";
import { useRegisterWords } from "./use-register-words";

/** Rows of the register under the dates that they belong to, each a tap from its case. No names. */
export function RegisterRows({ rows }: { rows: readonly RegisterRow[] }) {
  const { date } = useRegisterWords();
  const days = [...new Set(rows.map(({ serviceDate }) => serviceDate))];
  return days.map((day) => (
    <section key={day} aria-label={date(day)} className="mt-5">
      <h3 className="pb-2 text-small font-strong text-ink-soft">{date(day)}</h3>
      <ul>
        {rows
          .filter(({ serviceDate }) => serviceDate === day)
          .map((row) => (
            <Row key={`${row.entry.list}-${row.id}`} row={row} />
          ))}
      </ul>
    </section>
  ));
}

const ROW =
  "-mx-4 grid min-h-20 grid-cols-[6.5rem_1fr] items-center gap-x-5 gap-y-1 rounded-field px-4 py-3 sm:grid-cols-[6.5rem_1fr_auto]";

function Row({ row }: { row: RegisterRow }) {
  const t = useTranslations("register.row");
  const big = row.entry.list === "vouchers" ? row.voucher?.number : row.queueNumber;
  const cells = (
    <>
      <strong className="text-[26px] leading-tight font-number tracking-(--tracking-number) tabular-nums">
        {big ?? "–"}
      </strong>
      <span className="min-w-0 leading-snug">
        <What row={row} />
      </span>
      <span className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1 sm:col-start-auto sm:justify-end">
        <Standing row={row} />
      </span>
    </>
  );
  return (
    <li className="border-t border-line">
      {row.ticketId === null ? (
        <div className={ROW}>{cells}</div>
      ) : (
        <Link href={`/staff/register/${row.ticketId}`} className={ROW}>
          {cells}
          <span className="sr-only">{t("open")}</span>
        </Link>
      )}
    </li>
  );
}

/** What the row is about, in one strong line and a soft one. */
function What({ row }: { row: RegisterRow }) {
  const t = useTranslations("register");
  const { clock, wait } = useRegisterWords();
  const { entry } = row;
  const time = row.at === null ? "–" : clock(row.at);
  const waited = row.waitedMs === null ? null : wait(row.waitedMs);
  const who =
    row.queueNumber === null
      ? t(row.ticketId === null ? "row.noTicket" : "row.noQueue")
      : t("row.queue", { queue: row.queueNumber, last4: row.last4 ?? "none" });
  if (entry.list === "decisions") {
    const decided = t("row.decided", { time, source: entry.source });
    return (
      <>
        <strong className="block">{t(`outcome.${entry.outcome}`)}</strong>
        <Soft>{waited === null ? decided : `${decided}, ${t("row.waited", { wait: waited })}`}</Soft>
        <Soft>{who}</Soft>
      </>
    );
  }
  if (entry.list === "rulings") {
    const { kind, byName, reason } = entry.ruling;
    return (
      <>
        <strong className="block">{t(`ruling.${kind}`)}</strong>
        <Soft>{t("row.by", { who: byName, time })}</Soft>
        {reason !== "" && <span className="mt-1 block">{reason}</span>}
      </>
    );
  }
  return (
    <>
      <strong className="block">{who}</strong>
      <Soft>
        {entry.list === "vouchers"
          ? t("row.issued", { time, wait: waited ?? "–" })
          : row.at === null
            ? t("row.noNumber")
            : t("row.number", { time })}
      </Soft>
    </>
  );
}

const Soft = ({ children }: { children: string }) => (
  <span className="block text-small text-ink-soft">{children}</span>
);

/** How compensation stands now: the voucher, and the newest written decision with its reason. */
function Standing({ row: { voucher, ruling, entry } }: { row: RegisterRow }) {
  const t = useTranslations("register");
  const { clock } = useRegisterWords();
  const sentOn = entry.list === "decisions" && entry.outcome === "SEE_OFFICER";
  return (
    <>
      {ruling !== null && (
        <span className="max-w-[22rem] text-small leading-snug sm:text-right">
          <strong className="font-strong">{t(`ruling.${ruling.kind}`)}</strong>{" "}
          <span className="text-ink-soft">
            {t("row.by", { who: ruling.byName, time: clock(ruling.at) })}
            {ruling.reason !== "" && `: ${ruling.reason}`}
          </span>
        </span>
      )}
      {voucher !== null && (
        <>
          {entry.list !== "vouchers" && <strong className="tabular-nums">{voucher.number}</strong>}
          <StateSign state={voucher.state} />
        </>
      )}
      {sentOn && ruling === null && voucher === null && (
        <span className="text-small text-ink-soft">{t("row.nothing")}</span>
      )}
    </>
  );
}
