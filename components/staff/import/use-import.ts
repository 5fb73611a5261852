import { useState } from "react";
import type { ActionRefusal, ActionResult } from "@/lib/platform/types";
import type { ImportView } from "@/lib/queue/import/types";

export type ImportPhase = "idle" | "reading" | "writing";

const PATH = "/staff/import/file";
const LONGEST_MS = 60_000;

/** The file in the browser's hands and what the server last said of it. The server keeps no copy in between. */
export function useImport() {
  const [file, setFile] = useState<File | null>(null);
  const [view, setView] = useState<ImportView | null>(null);
  const [phase, setPhase] = useState<ImportPhase>("idle");
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [lost, setLost] = useState(false);
  const send = async (body: File, write: boolean) => {
    setPhase(write ? "writing" : "reading");
    setRefusal(null);
    setLost(false);
    try {
      const response = await fetch(write ? `${PATH}?write=1` : PATH, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body,
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      const answer = (await response.json()) as ActionResult<ImportView>;
      if (answer.ok) setView(answer.value);
      else setRefusal(answer);
    } catch {
      setLost(true);
    }
    setPhase("idle");
  };
  return {
    file,
    view,
    phase,
    refusal,
    lost,
    choose: (chosen: File) => {
      setFile(chosen);
      setView(null);
      void send(chosen, false);
    },
    look: () => file && void send(file, false),
    write: () => file && void send(file, true),
    forget: () => {
      setFile(null);
      setView(null);
      setRefusal(null);
    },
  };
}
