"use client";

import { useCallback, useState } from "react";
import type { PrintView } from "@/components/kiosk/types";
import type { Slip, VoucherSlip } from "@/lib/printing/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { askByName } from "./ask-server";
import { newRequestKey } from "./request-key";

interface Paper {
  readonly slip: Slip;
  readonly printJobId: string | null;
  readonly view: PrintView;
  readonly reprintLeft: boolean;
  /** True until the page's sheet was handed to the printer. */
  readonly printing: boolean;
  /** Differs for each printing, so that each gets a sheet of its own and keeps it. */
  readonly copy: number;
}

function paperOf(answer: KioskAnswer): Paper | null {
  if (answer.outcome === "SEE_OFFICER") {
    const { slip, printJobId } = answer;
    return { slip, printJobId, view: "printing", reprintLeft: false, printing: true, copy: 1 };
  }
  if (answer.outcome !== "ELIGIBLE") return null;
  const { slip, printJobId, reprintLeft } = answer;
  const fresh = printJobId !== null;
  return { slip, printJobId, view: fresh ? "printing" : "rescan", reprintLeft, printing: fresh, copy: 1 };
}

/**
 * The slip of one answer through a browser's printer, which tells nobody whether paper came out: so the applicant is
 * asked, and until then the job is UNCONFIRMED.
 */
export function useSlip(answer: KioskAnswer, payload: string) {
  const [paper, setPaper] = useState(() => paperOf(answer));

  const settle = useCallback((printJobId: string | null, state: "UNCONFIRMED" | "CONFIRMED" | "FAILED") => {
    // A lost server changes nothing for the person here; the job stays open and staff see it.
    if (printJobId) void askByName("settle-print", { printJobId, state });
  }, []);

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
    setPaper({ ...paper, view: came ? "confirmed" : "failed" });
  };

  const reprint = async () => {
    if (!paper) return;
    setPaper({ ...paper, view: "printing" });
    const again = await askByName("reprint", { payload, key: newRequestKey() });
    const value: { printJobId: string; slip: VoucherSlip; reprintLeft: boolean } | null = again?.ok
      ? (again.value as { printJobId: string; slip: VoucherSlip; reprintLeft: boolean })
      : null;
    const left = again && !again.ok && again.code === "ASK_STAFF" ? false : paper.reprintLeft;
    setPaper(
      value
        ? { ...value, view: "printing", printing: true, copy: paper.copy + 1 }
        : { ...paper, view: "failed", printing: false, reprintLeft: left },
    );
  };

  return { paper, print, answerCameOut, reprint };
}
