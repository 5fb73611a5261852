"use client";

import { useState } from "react";
import type { OutageTask } from "./outage-form";
import { useSpans } from "./use-spans";
import { useWords } from "../use-words";

/** A moment as it is being chosen; KEEP stays as it was recorded, to the second. */
export interface ChosenMoment {
  readonly kind: "NOW" | "OPEN" | "KEEP" | "TYPED";
  /** `YYYY-MM-DD` and `HH:MM`, local to the office. */
  readonly date: string;
  readonly time: string;
}

export interface Statement {
  readonly system: string;
  readonly reason: string;
  readonly from: ChosenMoment;
  readonly until: ChosenMoment;
}

/** What is being said of a disruption, what is still missing of it, and how the server is told. */
export function useStatement(task: OutageTask, today: string) {
  const { clock } = useWords();
  const { dateOf } = useSpans(today);
  const known = task.kind === "DECLARE" ? null : task.outage;
  const at = (kind: ChosenMoment["kind"], instant: number | null): ChosenMoment => ({
    kind,
    date: instant === null ? today : dateOf(instant),
    time: instant === null ? "" : clock(instant).replace(".", ":"),
  });
  const untilKind = task.kind === "END" ? "NOW" : known && known.endedAt !== null ? "KEEP" : "OPEN";
  const [statement, setStatement] = useState<Statement>({
    system: known?.system ?? "",
    reason: known?.reason ?? "",
    from: at(known ? "KEEP" : "NOW", known?.startedAt ?? null),
    until: at(untilKind, known?.endedAt ?? null),
  });
  const { system, reason, from, until } = statement;
  const typed = ({ kind, date, time }: ChosenMoment) => kind !== "TYPED" || (date !== "" && time !== "");
  const moment = ({ kind, date, time }: ChosenMoment, kept: number | null) => {
    if (kind === "NOW") return "NOW";
    if (kind === "OPEN") return null;
    return kind === "KEEP" ? kept : { date, time };
  };
  const problem =
    system.trim().length < 2
      ? "system"
      : reason.trim().length < 2
        ? "reason"
        : typed(from) && typed(until)
          ? null
          : "time";
  return {
    statement,
    edit: (part: Partial<Statement>) => setStatement((before) => ({ ...before, ...part })),
    problem,
    input: {
      outageId: known?.id ?? null,
      seen: known?.seen ?? null,
      system: system.trim(),
      reason: reason.trim(),
      startedAt: moment(from, known?.startedAt ?? null),
      endedAt: task.kind === "WITHDRAW" ? (known?.endedAt ?? null) : moment(until, known?.endedAt ?? null),
      withdraw: task.kind === "WITHDRAW",
    },
  };
}
