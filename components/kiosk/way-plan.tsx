"use client";

import { useTranslations } from "next-intl";
import type { KioskOffice } from "@/lib/vouchers/types";
import { useFrame } from "./frame-context";

type Plan = NonNullable<KioskOffice["room"]["plan"]>;
type Spot = Plan["kiosk"];

/** The drawing's own width; everything on the office's grid is scaled to it. */
const WIDTH = 400;
const MARGIN = 8;

/** A heavy letter's width as a part of its size, and how far the arrow's head reaches into the room. */
const LETTER_WIDTH = 0.6;
const ARROW = 16;

/** The room's name gives way to the arrow that comes in at one side. */
function besideArrow({ room, path }: Plan): number {
  const door = path[path.length - 1];
  if (!door) return 0;
  return door.x <= room.x ? ARROW / 2 : door.x >= room.x + room.width ? -ARROW / 2 : 0;
}

/**
 * The hall as the office drew it: what is passed on the way, the room in gold, and the way there from "you are here".
 * Labels are sized for the place: beside words the drawing is small, so they are larger in it.
 */
export function WayPlan({
  plan,
  size,
  className,
}: {
  plan: Plan;
  size: "hero" | "beside";
  className: string;
}) {
  const t = useTranslations("kiosk.way");
  const { office } = useFrame();
  const unit = WIDTH / plan.columns;
  const height = plan.rows * unit;
  const letter = size === "hero" ? 19 : 26;
  const box = `${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${height + 2 * MARGIN}`;
  const { room, kiosk } = plan;
  const lines = wrapped(plan.floor ? `${office.room.name} ${plan.floor}` : office.room.name);
  const longest = Math.max(...lines.map((line) => line.length));
  const here = { x: kiosk.x * unit, y: kiosk.y * unit };
  return (
    <svg
      viewBox={box}
      role="img"
      aria-label={t("plan", { room: office.room.name, directions: office.room.directions })}
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`stroke-ink ${className}`}
    >
      <rect width={WIDTH} height={height} rx="12" className="fill-paper stroke-line-strong" strokeWidth="3" />
      {plan.landmarks.map((landmark) => (
        <Landmark key={landmark.label} landmark={landmark} unit={unit} letter={letter} />
      ))}
      <rect
        x={room.x * unit}
        y={room.y * unit}
        width={room.width * unit}
        height={room.height * unit}
        rx="6"
        className="fill-gold-wash"
      />
      <Lines
        lines={lines}
        x={(room.x + room.width / 2) * unit + besideArrow(plan)}
        y={(room.y + room.height / 2) * unit}
        letter={Math.min(letter, (room.width * unit - 2 * ARROW) / (LETTER_WIDTH * longest))}
      />
      <Way plan={plan} unit={unit} />
      <circle cx={here.x} cy={here.y} r="13" className="fill-ink" stroke="none" />
      <circle cx={here.x} cy={here.y} r="5" className="fill-gold" stroke="none" />
      <text
        x={here.x + 24}
        y={here.y + letter * 0.36}
        fontSize={letter}
        className="fill-ink font-head"
        stroke="none"
        aria-hidden="true"
      >
        {t("here")}
      </text>
    </svg>
  );
}

function Landmark({
  landmark,
  unit,
  letter,
}: {
  landmark: Plan["landmarks"][number];
  unit: number;
  letter: number;
}) {
  const { parts = 1 } = landmark;
  const gap = 6;
  const width = (landmark.width * unit - gap * (parts - 1)) / parts;
  return (
    <g>
      {Array.from({ length: parts }, (_, part) => (
        <rect
          key={part}
          x={landmark.x * unit + part * (width + gap)}
          y={landmark.y * unit}
          width={width}
          height={landmark.height * unit}
          rx="5"
          className="fill-paper-deep stroke-line-strong"
          strokeWidth="3"
        />
      ))}
      <text
        x={landmark.x * unit}
        y={(landmark.y + landmark.height) * unit + letter * 1.1}
        fontSize={letter}
        className="fill-ink font-strong"
        stroke="none"
        aria-hidden="true"
      >
        {landmark.label}
      </text>
    </g>
  );
}

/** Dots from the kiosk to the door, round corners, and an arrow's head inside the room. */
function Way({ plan, unit }: { plan: Plan; unit: number }) {
  const spots = [plan.kiosk, ...plan.path].map(({ x, y }) => ({ x: x * unit, y: y * unit }));
  const door = spots[spots.length - 1] ?? { x: 0, y: 0 };
  const before = spots[spots.length - 2] ?? door;
  const length = Math.hypot(door.x - before.x, door.y - before.y) || 1;
  const ahead = { x: (door.x - before.x) / length, y: (door.y - before.y) / length };
  const tip = { x: door.x + ahead.x * ARROW, y: door.y + ahead.y * ARROW };
  const wing = (side: 1 | -1) =>
    `${tip.x - ahead.x * 13 - side * ahead.y * 11} ${tip.y - ahead.y * 13 + side * ahead.x * 11}`;
  const opening = { x: -ahead.y * 19, y: ahead.x * 19 };
  return (
    <g>
      <path
        d={`M${door.x - opening.x} ${door.y - opening.y}L${door.x + opening.x} ${door.y + opening.y}`}
        className="stroke-gold-wash"
        strokeWidth="8"
        strokeLinecap="butt"
      />
      <path d={rounded(spots, 22)} className="stroke-gold-ink" strokeWidth="6.5" strokeDasharray="0.1 13" />
      <path d={`M${wing(1)}L${tip.x} ${tip.y}L${wing(-1)}`} className="stroke-gold-ink" strokeWidth="6" />
    </g>
  );
}

/** A path through the spots, each corner rounded by a quarter curve of at most `radius`. */
function rounded(spots: readonly Spot[], radius: number): string {
  const first = spots[0];
  const last = spots[spots.length - 1];
  if (!first || !last) return "";
  const towards = (from: Spot, to: Spot) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const step = Math.min(radius, length / 2) / length;
    return `${from.x + (to.x - from.x) * step} ${from.y + (to.y - from.y) * step}`;
  };
  const corners = spots.slice(1, -1).map((spot, index) => {
    const [before = spot, after = spot] = [spots[index], spots[index + 2]];
    return `L${towards(spot, before)}Q${spot.x} ${spot.y} ${towards(spot, after)}`;
  });
  return `M${first.x} ${first.y}${corners.join("")}L${last.x} ${last.y}`;
}

/** A name in at most three lines, a word each where it is long. */
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const line = lines[lines.length - 1];
    if (line !== undefined && (line.length + word.length < 10 || lines.length === 3))
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function Lines(props: { lines: readonly string[]; x: number; y: number; letter: number }) {
  const { lines, x, y, letter } = props;
  const top = y - ((lines.length - 1) * letter * 1.15) / 2 + letter * 0.36;
  return (
    <g aria-hidden="true">
      {lines.map((line, index) => (
        <text
          key={line}
          x={x}
          y={top + index * letter * 1.15}
          textAnchor="middle"
          fontSize={letter}
          className="fill-ink font-head"
          stroke="none"
        >
          {line}
        </text>
      ))}
    </g>
  );
}
