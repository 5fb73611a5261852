"use client";

import { useCallback, useState } from "react";
import type { PrintView } from "@/components/kiosk/types";
import { slipView } from "@/components/slip/print-view";
import { usePrintProgress } from "@/components/slip/use-print-progress";
import type { PrintedBy, PrintProgress, Slip, VoucherSlip } from "@/lib/printing/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { askByName, askUntilHeard } from "./ask-server";
import { newRequestKey } from "./request-key";

interface Paper {
  readonly slip: Slip;
  readonly printJobId: string | null;
  readonly printedBy: PrintedBy;
  readonly view: PrintView;
  readonly reprintLeft: boolean;
  /** True until the page's sheet was handed to the browser's printer. */
  readonly printing: boolean;
  /** True while the server is asked what its printer did. */
  readonly watched: boolean;
  /** Differs for each printing, so that each gets a sheet of its own and keeps it. */
  readonly copy: number;
}

/** A job just begun: the browser prints its own, the server's is watched. */
const begun = (printedBy: PrintedBy) => ({
  view: "printing" as const,
  printing: printedBy === "BROWSER",
  watched: printedBy === "SERVER",
});
const ended = { printing: false, watched: false };

function paperOf(answer: KioskAnswer): Paper | null {
  if (answer.outcome === "SEE_OFFICER") {
    const { slip, printJobId, printedBy } = answer;
    return { slip, printJobId, printedBy, reprintLeft: false, copy: 1, ...begun(printedBy) };
  }
  if (answer.outcome !== "ELIGIBLE") return null;
  const { slip, printJobId, printedBy, reprintLeft } = answer;
  const start = printJobId === null ? { view: "rescan" as const, ...ended } : begun(printedBy);
  return { slip, printJobId, printedBy, reprintLeft, copy: 1, ...start };
}

async function askProgress(printJobId: string): Promise<PrintProgress | null> {
  const answer = await askByName("print-progress", { printJobId });
  return answer?.ok ? (answer.value as PrintProgress) : null;
}

interface Reprint {
  readonly printJobId: string;
  readonly printedBy: PrintedBy;
  readonly slip: VoucherSlip;
  readonly reprintLeft: boolean;
}

/**
 * The slip of one answer. A browser's printer tells nobody whether paper came out, so the applicant is asked; the
 * server's printer tells, and the applicant is asked only where it could not.
 */
export function useSlip(answer: KioskAnswer, payload: string) {
  const [paper, setPaper] = useState(() => paperOf(answer));

  const settle = useCallback((printJobId: string | null, state: "UNCONFIRMED" | "CONFIRMED" | "FAILED") => {
    // A lost server changes nothing for the person here; the job stays open and staff see it.
    if (printJobId) void askUntilHeard("settle-print", { printJobId, state });
  }, []);

  usePrintProgress(paper?.watched ? paper.printJobId : null, askProgress, (progress) => {
    // The printer was silent for the whole time: whether paper came is for the person to say.
    const view = progress ? slipView(progress) : "askCameOut";
    const over = !progress || progress.state === "CONFIRMED" || progress.state === "FAILED";
    setPaper((before) => before && { ...before, view, watched: before.watched && !over });
  });

  /** The page is set for this slip: print it, then ask. */
  const print = useCallback(() => {
    if (!paper?.printing) return;
    window.print();
    settle(paper.printJobId, "UNCONFIRMED");
    setPaper({ ...paper, view: "askCameOut", printing: false });
  }, [paper, settle]);

  const answerCameOut = (came: boolean) => {
    if (!paper) return;
    settle(paper.printJobId, came ? "CONFIRMED" : "FAILED");
    setPaper({ ...paper, view: came ? "confirmed" : "failed", watched: false });
  };

  const reprint = async () => {
    if (!paper) return;
    setPaper({ ...paper, view: "printing", ...ended });
    const again = await askUntilHeard("reprint", { payload, key: newRequestKey() });
    const value = again?.ok ? (again.value as Reprint) : null;
    const left = again && !again.ok && again.code === "ASK_STAFF" ? false : paper.reprintLeft;
    setPaper(
      value
        ? { ...value, copy: paper.copy + 1, ...begun(value.printedBy) }
        : { ...paper, view: "failed", reprintLeft: left, ...ended },
    );
  };

  return { paper, print, answerCameOut, reprint };
}
