"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import type { ApplicantFile } from "@/lib/register/applicant/types";
import { heardRefusal } from "../shell/session-signal";

const PATH = "/staff/access-requests/file";
const LONGEST_MS = 60_000;

/** Gives the file to the browser's downloads; it stays in no other place. */
export function saveFile({ name, html }: ApplicantFile): void {
  const url = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the tap's own work is done.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** One request at a time; the file that came is held until the next one, so that it can be saved again. */
export function useRecordFile() {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [file, setFile] = useState<ApplicantFile | null>(null);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const ask = async (input: unknown) => {
    if (pending) return;
    setPending(true);
    setRefusal(null);
    setFile(null);
    try {
      const response = await fetch(PATH, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      const answer = (await response.json()) as ActionResult<ApplicantFile>;
      if (answer.ok) {
        setFile(answer.value);
        saveFile(answer.value);
        router.refresh();
      } else {
        heardRefusal(answer.code);
        setRefusal(answer);
      }
    } catch {
      setRefusal({ ok: false, code: "LOST" });
    }
    setPending(false);
  };
  return { pending, file, refusal, ask };
}
