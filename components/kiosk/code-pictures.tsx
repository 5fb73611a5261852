import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import { DrawnCode } from "./scan-picture";
import { Sign } from "./sign";

/** The right code beside the one people mix it up with: the billing code of 15 digits. */
export function CodePictures() {
  const t = useTranslations("kiosk.codes");
  return (
    <div className="grid min-h-0 flex-1 grid-cols-2 grid-rows-[minmax(calc(210*var(--u)),1fr)_auto_auto_auto] gap-x-6 tall:max-h-[calc(640*var(--u))]">
      <Card className="row-span-4 grid min-h-0 grid-rows-subgrid px-10 py-9" data-fit-box>
        <RightCode />
        <div>
          <Sign tone="green" icon={<CheckIcon className="h-[1.1em] w-auto" />}>
            {t("this")}
          </Sign>
        </div>
        <h2 className="mt-4 text-[1.2em] leading-tight wrap-anywhere">{t("letter")}</h2>
        <p className="mt-2 text-soft optional-gone:hidden">{t("letterDigits")}</p>
      </Card>
      <Card tone="outline" className="row-span-4 grid min-h-0 grid-rows-subgrid px-10 py-9" data-fit-box>
        <WrongCode label={t("billing")} />
        <div>
          <Sign tone="quiet" icon={<DashIcon className="h-[1.1em] w-auto" />}>
            {t("notThis")}
          </Sign>
        </div>
        <h2 className="mt-4 text-[1.2em] leading-tight wrap-anywhere">{t("billingTitle")}</h2>
        <p className="mt-2 text-soft optional-gone:hidden">{t("billingDigits")}</p>
      </Card>
    </div>
  );
}

const DRAWING = "mb-6 h-0 min-h-[calc(100%-24*var(--u))] w-full";

function RightCode() {
  return (
    <svg
      viewBox="50 0 200 250"
      aria-hidden="true"
      fill="none"
      strokeWidth="4.5"
      strokeLinecap="round"
      className={`stroke-ink ${DRAWING}`}
    >
      <rect x="62" y="8" width="176" height="234" rx="16" className="fill-card" />
      <path d="M86 40H160M86 62H132" />
      <DrawnCode x={105} y={88} size={92} />
      <path d="M92 212H208" strokeWidth="7" strokeDasharray="19 9" />
    </svg>
  );
}

function WrongCode({ label }: { label: string }) {
  return (
    <svg
      viewBox="50 0 200 250"
      aria-hidden="true"
      fill="none"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`stroke-ink-soft ${DRAWING}`}
    >
      <path
        d="M62 8H238V236L223 224L209 236L194 224L179 236L165 224L150 236L135 224L121 236L106 224L91 236L77 224L62 236Z"
        className="fill-card"
      />
      <path d="M92 46H168M92 70H136M92 164H208M92 190H172" />
      <text
        x="150"
        y="126"
        textAnchor="middle"
        fontSize="27"
        className="fill-ink-soft font-head"
        stroke="none"
      >
        {label}
      </text>
    </svg>
  );
}
