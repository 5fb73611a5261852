"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { slipView, type SlipView } from "@/components/slip/print-view";
import { PrintSheet } from "@/components/slip/print-sheet";
import { usePrintProgress } from "@/components/slip/use-print-progress";
import type { PaperWidth } from "@/lib/printing/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { ReprintWhere, type HallPrinter } from "./reprint-where";
import type { Reprint, VoucherCommands } from "./voucher-commands";

type Stage =
  | { readonly at: "rest" | "where" }
  | {
      readonly at: "job";
      readonly job: Reprint;
      /** Null is this tablet. */
      readonly printer: HallPrinter | null;
      readonly view: SlipView;
    };

const ASKS: readonly SlipView[] = ["askCameOut", "askWhole"];

/**
 * Prints a voucher's slip once more, or that of a promised souvenir, on a printer of the hall or of the tablet. A hall's printer tells what became of it;
 * of the tablet's nobody can know, so the officer is asked, and the answer is recorded.
 */
export function ReprintSlip({
  name,
  ask,
  print: send,
  label,
  begun = false,
  paperWidth,
  printers,
  commands,
}: {
  /** The request's name, whose slip it asks for, and how. */
  name: "reprint-voucher" | "print-promise";
  ask: { readonly voucherId: string } | { readonly promiseId: string };
  print: Send<Reprint>;
  label: string;
  /** True where the slip was just promised to somebody: where it is printed is asked at once. */
  begun?: boolean;
  paperWidth: PaperWidth;
  printers: readonly HallPrinter[];
  commands: Pick<VoucherCommands, "settlePrint" | "printProgress">;
}) {
  const t = useTranslations("staff.voucher");
  const [stage, setStage] = useState<Stage>({ at: begun ? "where" : "rest" });
  const request = useRequest(name, send);
  const settling = useRequest("settle-print", commands.settlePrint, { keyed: false });
  const job = stage.at === "job" ? stage.job : null;
  const see = (view: SlipView) => setStage((before) => (before.at === "job" ? { ...before, view } : before));

  const print = async (printer: HallPrinter | null) => {
    const answer = await request.run({ ...ask, printerId: printer?.id ?? null });
    if (!answer?.ok) return;
    const view = answer.value.printedBy === "SERVER" ? "printing" : "askCameOut";
    setStage({ at: "job", job: answer.value, printer, view });
  };
  const begin = () => (printers.length > 0 ? setStage({ at: "where" }) : void print(null));
  const settle = async (came: boolean) => {
    if (!job) return;
    const answer = await settling.run({ printJobId: job.printJobId, state: came ? "CONFIRMED" : "FAILED" });
    if (answer?.ok) see(came ? "confirmed" : "failed");
  };

  usePrintProgress(
    job?.printedBy === "SERVER" ? job.printJobId : null,
    async (printJobId) => {
      const answer = await commands.printProgress({ printJobId }).catch(() => null);
      return answer?.ok ? answer.value : null;
    },
    (progress) => see(progress ? slipView(progress) : "askCameOut"),
  );

  const sending = request.phase !== "idle" || settling.phase !== "idle";
  return (
    <div className="flex flex-col gap-2">
      {stage.at === "rest" && (
        <button type="button" aria-busy={sending} onClick={begin} className={TEXT_LINK}>
          {sending ? t("reprinting") : label}
        </button>
      )}
      {stage.at === "where" && (
        <ReprintWhere
          printers={printers}
          onChoose={(printer) => void print(printer)}
          onCancel={() => setStage({ at: "rest" })}
        />
      )}
      {stage.at === "job" && (
        <SlipNews
          view={stage.view}
          printer={stage.printer?.name ?? t("reprintHere")}
          busy={sending}
          onCame={(came) => void settle(came)}
          onAgain={begin}
          onClose={() => setStage({ at: "rest" })}
        />
      )}
      {job?.printedBy === "BROWSER" && (
        <PrintSheet
          key={job.printJobId}
          slip={job.slip}
          paperWidth={paperWidth}
          onReady={() => window.print()}
        />
      )}
      <Refusal refusal={request.refusal ?? settling.refusal} />
      <LostServer lost={request.phase === "lost" || settling.phase === "lost"} />
    </div>
  );
}

/** What became of the slip, and what can be done about it. */
function SlipNews(props: {
  readonly view: SlipView;
  readonly printer: string;
  readonly busy: boolean;
  readonly onCame: (came: boolean) => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations("staff.voucher");
  const { view, printer, busy } = props;
  const good = view === "confirmed";
  const actions = ASKS.includes(view)
    ? [
        { text: t("reprintDone"), tone: "primary" as const, act: () => props.onCame(true) },
        { text: t("reprintNo"), tone: "secondary" as const, act: () => props.onCame(false) },
      ]
    : [
        ...(good || view === "printing"
          ? []
          : [{ text: t("reprintAgain"), tone: "primary" as const, act: props.onAgain }]),
        ...(view === "printing"
          ? []
          : [{ text: t("reprintClose"), tone: "secondary" as const, act: props.onClose }]),
      ];
  return (
    <div
      role="status"
      data-slip={view}
      className={`flex flex-wrap items-center gap-3 rounded-field px-5 py-3 ${good ? "bg-green-wash" : "bg-gold-wash"}`}
    >
      <p className="mr-auto">{t(`slipView.${view}`, { printer })}</p>
      {actions.map(({ text, tone, act }) => (
        <button
          key={text}
          type="button"
          aria-busy={busy}
          onClick={act}
          className={buttonClass(tone, "small")}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
