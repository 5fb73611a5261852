import { VoucherNumber } from "@/components/ui/voucher-number";
import type { PaperWidth, VoucherSlip as VoucherSlipData } from "@/lib/printing/types";
import { SlipHead, SlipQr, SlipRoom, SlipSample } from "./slip-parts";
import { slipWording } from "./slip-wording";

const GIFTS = ["apology", "priority", "souvenir"] as const;

/**
 * The voucher on paper: number first, then the room, then what an officer needs. It holds what the rules list and
 * nothing personal; the same data always give the same slip, so a reprint cannot differ.
 */
export function VoucherSlip({ slip, paperWidth }: { slip: VoucherSlipData; paperWidth: PaperWidth }) {
  const { office } = slip;
  const words = slipWording(office.timeZone, office.zoneLabel);
  const { first, second } = words;
  return (
    <article className="slip" data-paper={paperWidth} data-slip="voucher" lang="id">
      <SlipSample office={office} words={words} />
      <SlipHead office={office} />
      <div className="slip-inset slip-rule">
        <p className="slip-title">{first("apology")}</p>
        <p>{first("waited", { waited: words.waited(slip.waitedMinutes) })}</p>
        <p className="slip-second" lang="en">
          {second("apology")} {second("waited", { waited: words.waitedSecond(slip.waitedMinutes) })}
        </p>
      </div>
      <p className="slip-inset mt-[calc(18*var(--dot))]">
        {first("number")} <span lang="en">/ {second("number")}</span>
      </p>
      <div className="slip-number">
        <VoucherNumber number={slip.number} />
      </div>
      <SlipRoom office={office} />
      <ul className="slip-awaits slip-inset">
        {GIFTS.map((gift) => (
          <li key={gift}>
            <svg className="slip-diamond" viewBox="0 0 20 34" aria-hidden="true">
              <path d="M10 8L19 17L10 26L1 17Z" fill="#000" />
            </svg>
            <span>
              {first(`awaits.${gift}`)}
              <span className="slip-second" lang="en">
                {second(`awaits.${gift}`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className="slip-code">
        <SlipQr qr={slip.qr} />
        <p>
          {first("code")}
          <strong data-short-code>
            {slip.shortCode.slice(0, 4)}
            <br />
            {slip.shortCode.slice(4)}
          </strong>
          <span className="slip-second">{first("codeHint")}</span>
        </p>
      </div>
      <SlipFacts slip={slip} words={words} />
      <footer className="slip-inset slip-rule slip-foot">
        <strong>{first("validToday", { date: words.date(slip.serviceDate) })}</strong>{" "}
        <span lang="en">{second("validToday", { date: words.dateSecond(slip.serviceDate) })}</span>
        <br />
        {first("basis", { legalBasis: unbroken(slip.legalBasis) })}
      </footer>
      <SlipSample office={office} words={words} />
    </article>
  );
}

/** A decree's number is not torn at its hyphens: a word joiner follows each. */
function unbroken(text: string): string {
  return text.replaceAll("-", "-\u2060");
}

function SlipFacts({ slip, words }: { slip: VoucherSlipData; words: ReturnType<typeof slipWording> }) {
  const { first } = words;
  const facts: readonly (readonly [string, string | null])[] = [
    [first("queueNumber"), slip.queueNumber],
    [first("last4"), slip.last4],
    [first("ticketAt"), words.time(slip.ticketAt)],
    [first("issuedAt"), words.time(slip.issuedAt)],
  ];
  return (
    <dl className="slip-facts slip-inset slip-rule">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
