import { CameraIcon } from "@/components/ui/icons";
import { Logo } from "@/components/ui/logo";

/** What is happening to the slip: a picture, a short title, one sentence. `mark` is printed on the drawn paper;
 * without `paper` a camera says to take a photo instead. */
export function SlipLine(props: {
  title: string;
  text: string;
  mark?: string;
  moving: boolean;
  paper: boolean;
}) {
  return (
    <section data-slip-line className="flex items-center gap-9 pl-4 large:pl-0">
      {props.paper ? (
        <SlipPicture {...props} />
      ) : (
        <CameraIcon className="h-auto w-[calc(96*var(--u))] navy:text-gold" />
      )}
      <div className="min-w-0">
        <h2 className="text-title leading-tight">{props.title}</h2>
        <p className="mt-1.5 text-soft">{props.text}</p>
      </div>
    </section>
  );
}

function SlipPicture({ mark, moving }: { mark?: string; moving: boolean }) {
  return (
    <svg
      viewBox="0 20 220 172"
      aria-hidden="true"
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="w-[calc(160*var(--u))] shrink-0 overflow-hidden stroke-ink large:w-[calc(120*var(--u))]"
    >
      <svg x="0" y="38" width="220" height="154" viewBox="0 38 220 154">
        <g className={moving ? "animate-slip" : ""}>
          <path
            d="M48 40V164L58 156L69 164L80 156L90 164L100 156L110 164L120 156L130 164L141 156L151 164L162 156L172 164V40Z"
            className="fill-card"
          />
          {mark === undefined ? (
            <Logo className="text-ink" plain x={88} y={76} width={44} height={44} />
          ) : (
            <text
              x="110"
              y="112"
              textAnchor="middle"
              className="fill-ink font-number tracking-[-0.03em]"
              fontSize={mark.length > 5 ? 165 / mark.length : 33}
              stroke="none"
            >
              {mark}
            </text>
          )}
          <path d="M74 68H146M84 134H136" strokeWidth="3" />
        </g>
      </svg>
      <rect x="14" y="24" width="192" height="28" rx="14" className="fill-navy-deep navy:stroke-on-navy" />
    </svg>
  );
}
