/**
 * A hand holding the letter's QR code before the reader. The code is a drawing: three finders and a few modules,
 * so that no camera ever reads the screen itself.
 */
export function ScanPicture() {
  return (
    <svg
      viewBox="200 0 760 560"
      aria-hidden="true"
      fill="none"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="overflow-visible stroke-ink"
    >
      <path className="animate-breath fill-gold" d="M484 486L300 282H668Z" opacity=".26" stroke="none" />
      <Fingers />
      <g transform="rotate(-3 484 190)">
        <rect x="306" y="12" width="356" height="340" rx="20" className="fill-card" />
        <path d="M346 54H486M346 82H434" strokeWidth="7" />
        <DrawnCode x={404} y={126} size={160} />
        <path
          d="M370 146V118Q370 98 390 98H418M550 98H578Q598 98 598 118V146M598 278V306Q598 326 578 326H550M418 326H390Q370 326 370 306V278"
          className="stroke-gold"
          strokeWidth="10"
        />
      </g>
      <Thumb />
      <Sleeve />
      <rect x="324" y="478" width="320" height="76" rx="28" className="fill-ink" />
      <rect x="372" y="500" width="224" height="14" rx="7" className="fill-gold" stroke="none" />
    </svg>
  );
}

/** The palm and the fingertips that carry the paper from behind. */
function Fingers() {
  return (
    <g className="fill-skin">
      <path d="M1010 300C930 282 850 262 792 250C744 240 700 252 668 270L640 330C650 400 700 446 748 462C806 482 900 488 1010 480Z" />
      <path d="M700 372L612 368C590 366 574 353 580 336C585 319 612 312 640 318L720 330" />
      <path d="M722 410L636 408C614 407 598 396 600 380C602 362 624 356 650 358L730 366" />
      <path d="M752 450L668 444C647 442 630 436 630 420C630 404 648 397 672 398L748 404" />
      <path
        d="M690 326C720 320 760 330 790 350C800 400 790 440 770 464C740 452 700 440 690 400Z"
        stroke="none"
      />
    </g>
  );
}

/** The thumb in front of the paper: soft, a little bent, with a nail and the fold of its joint. */
function Thumb() {
  return (
    <g>
      <path
        className="fill-skin"
        d="M820 262C790 246 760 236 730 226C700 216 670 204 644 196C616 187 596 196 592 214C588 232 602 246 624 252C656 261 684 276 706 296C726 314 752 330 790 336"
      />
      <path
        d="M606 207C616 203 632 206 642 213C638 222 626 227 612 224C603 222 601 212 606 207Z"
        className="fill-gold-wash"
        strokeWidth="3"
      />
      <path
        d="M690 222C686 232 684 240 686 250M704 227C701 236 699 243 700 250"
        className="stroke-skin-shade"
        strokeWidth="4"
      />
      <path
        d="M760 352C784 366 812 374 838 376M772 400C796 410 820 414 842 414"
        className="stroke-skin-shade"
        strokeWidth="4"
      />
    </g>
  );
}

/** A navy sleeve with a batik cuff: the kawung again, in gold line. */
function Sleeve() {
  return (
    <g>
      <path d="M868 240Q862 236 858 246L842 486Q842 498 852 500L1400 560V300Z" className="fill-navy" />
      <path
        d="M858 246Q862 236 868 240L936 250L918 508L852 500Q842 498 842 486Z"
        className="fill-navy-raised"
      />
      <g className="stroke-gold" strokeWidth="3">
        {[0, 1, 2, 3].map((row) => (
          <g key={row} transform={`translate(${896 - row * 4.2} ${282 + row * 62}) rotate(4) scale(.52)`}>
            {[45, 135, 225, 315].map((turn) => (
              <path
                key={turn}
                d="M0,-8C25,-23.1 25,-46.9 0,-62C-25,-46.9 -25,-23.1 0,-8Z"
                transform={`rotate(${turn})`}
                strokeWidth="5"
              />
            ))}
          </g>
        ))}
        <path d="M936 252L918 506" strokeWidth="5" />
      </g>
    </g>
  );
}

const DOTS =
  "1000110100 0110001011 1011100101 0100111010 1101001101 0011010110 1010110011 0110101100 1001011010 0101100111";

/** Looks like a QR code at a glance and is none: the finders lack their inner squares' proportions. */
export function DrawnCode({ x, y, size }: { x: number; y: number; size: number }) {
  const unit = size / 16;
  const finder = (fx: number, fy: number) => (
    <g key={`${fx}-${fy}`}>
      <rect
        x={x + (fx + 0.5) * unit}
        y={y + (fy + 0.5) * unit}
        width={4 * unit}
        height={4 * unit}
        rx={unit}
        strokeWidth={unit}
      />
      <rect
        x={x + (fx + 1.9) * unit}
        y={y + (fy + 1.9) * unit}
        width={1.2 * unit}
        height={1.2 * unit}
        rx={unit * 0.3}
        className="fill-ink"
        stroke="none"
      />
    </g>
  );
  return (
    <g className="stroke-ink">
      {finder(0, 0)}
      {finder(11, 0)}
      {finder(0, 11)}
      <path d={modules(x, y, unit)} className="fill-ink" stroke="none" />
    </g>
  );
}

function modules(x: number, y: number, unit: number): string {
  let path = "";
  for (let row = 0; row < 16; row += 1) {
    for (let column = 0; column < 16; column += 1) {
      const inFinder = (row < 6 && (column < 6 || column > 9)) || (row > 9 && column < 6);
      const dark = DOTS[((row * 7 + column * 3) % 10) * 11 + ((column * 5 + row) % 10)] === "1";
      if (inFinder || !dark) continue;
      const at = (n: number) => Number(n.toFixed(2));
      path += `M${at(x + column * unit)} ${at(y + row * unit)}h${at(unit)}v${at(unit)}h${at(-unit)}z`;
    }
  }
  return path;
}
