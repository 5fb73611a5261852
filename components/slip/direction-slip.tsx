import type { DirectionSlip as DirectionSlipData, PaperWidth } from "@/lib/printing/types";
import { SlipHead, SlipRoom, SlipSample } from "./slip-parts";
import { slipWording } from "./slip-wording";

/** The plain direction slip of SEE_OFFICER: the way to the room, the same for everyone, nothing of the ticket. */
export function DirectionSlip({ slip, paperWidth }: { slip: DirectionSlipData; paperWidth: PaperWidth }) {
  const { office } = slip;
  const words = slipWording(office.timeZone, office.zoneLabel);
  const { first, second } = words;
  return (
    <article className="slip" data-paper={paperWidth} data-slip="direction" lang="id">
      <SlipSample office={office} words={words} />
      <SlipHead office={office} />
      <div className="slip-inset slip-rule">
        <p className="slip-title">{first("direction.title")}</p>
        <p className="slip-second" lang="en">
          {second("direction.title")}
        </p>
      </div>
      <div className="mt-[calc(20*var(--dot))]">
        <SlipRoom office={office} label={`${first("direction.goTo")} / ${second("direction.goTo")}`} />
      </div>
      <p className="slip-inset mt-[calc(18*var(--dot))]">{first("direction.bring")}</p>
      <p className="slip-inset slip-second" lang="en">
        {second("direction.bring")}
      </p>
      <footer className="slip-inset slip-rule slip-foot">
        {first("direction.printed", { date: words.date(slip.serviceDate), time: words.time(slip.issuedAt) })}
      </footer>
      <SlipSample office={office} words={words} />
    </article>
  );
}
