import type { PaperWidth, PromiseSlip as PromiseSlipData } from "@/lib/printing/types";
import { SlipHead, SlipQr, SlipRoom, SlipSample } from "./slip-parts";
import { slipWording } from "./slip-wording";

/** The slip of a promised souvenir: what, where, and the code under which it is kept. No name is on it. */
export function PromiseSlip({ slip, paperWidth }: { slip: PromiseSlipData; paperWidth: PaperWidth }) {
  const { office } = slip;
  const words = slipWording(office.timeZone, office.zoneLabel);
  const { first, second } = words;
  return (
    <article className="slip" data-paper={paperWidth} data-slip="promise" lang="id">
      <SlipSample office={office} words={words} />
      <SlipHead office={office} />
      <div className="slip-inset slip-rule">
        <p className="slip-title">{first("promise.title")}</p>
        <p className="slip-second" lang="en">
          {second("promise.title")}
        </p>
      </div>
      <p className="slip-inset slip-title mt-[calc(18*var(--dot))]">{slip.item}</p>
      <p className="slip-inset">{first("promise.sorry")}</p>
      <p className="slip-inset slip-second" lang="en">
        {second("promise.sorry")}
      </p>
      <div className="mt-[calc(20*var(--dot))]">
        <SlipRoom office={office} />
      </div>
      <p className="slip-inset mt-[calc(18*var(--dot))]">{first("promise.bring")}</p>
      <p className="slip-inset slip-second" lang="en">
        {second("promise.bring")}
      </p>
      <div className="slip-code">
        <SlipQr qr={slip.qr} />
        <p>
          {first("code")}
          <strong data-short-code>
            {slip.shortCode.slice(0, 4)}
            <br />
            {slip.shortCode.slice(4)}
          </strong>
          <span className="slip-second">
            {first("promise.number")} {slip.number}
          </span>
        </p>
      </div>
      <footer className="slip-inset slip-rule slip-foot">
        {first("promise.given", { date: words.date(slip.serviceDate), time: words.time(slip.promisedAt) })}
      </footer>
      <SlipSample office={office} words={words} />
    </article>
  );
}
