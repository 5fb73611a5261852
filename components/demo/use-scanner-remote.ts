"use client";

import { useEffect, useRef, useState } from "react";

/** The kiosk listens on it in demo offices: `{ payload }` there, `{ ack }` and `{ ready }` back. */
const CHANNEL = "janji-demo-scanner";
const ACK_MS = 800;
const OPENING_MS = 20_000;

export type RemoteState = "preparing" | "sending" | "opening" | "sent" | "blocked" | "silent" | "lost";

/**
 * Acts as the scanner of a kiosk in another tab of this browser. Where none answers, one is opened and the code is sent
 * again once it says it is ready; the code itself travels on the channel only, never in an address.
 */
export function useScannerRemote(): {
  readonly state: RemoteState | null;
  readonly scan: (prepare: () => Promise<string | null>) => Promise<void>;
} {
  const channel = useRef<BroadcastChannel | null>(null);
  const [state, setState] = useState<RemoteState | null>(null);
  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL);
    channel.current = opened;
    return () => {
      channel.current = null;
      opened.close();
    };
  }, []);

  const scan = async (prepare: () => Promise<string | null>) => {
    setState("preparing");
    const payload = await prepare();
    const to = channel.current;
    if (payload === null || to === null) return setState("lost");
    setState("sending");
    if (await delivered(to, payload)) return setState("sent");
    setState("opening");
    const ready = heard(to, "ready", OPENING_MS);
    const kiosk = window.open("/kiosk", "janji-kiosk");
    if (kiosk === null) return setState("blocked");
    setState((await ready) && (await delivered(to, payload)) ? "sent" : "silent");
  };
  return { state, scan };
}

function delivered(channel: BroadcastChannel, payload: string): Promise<boolean> {
  const answer = heard(channel, "ack", ACK_MS);
  channel.postMessage({ payload });
  return answer;
}

/** Whether the kiosk says a word within a time. */
function heard(channel: BroadcastChannel, word: "ack" | "ready", withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (answer: boolean) => {
      clearTimeout(timer);
      channel.removeEventListener("message", listen);
      resolve(answer);
    };
    const listen = (event: MessageEvent<unknown>) => {
      const { data } = event;
      if (typeof data === "object" && data !== null && word in data) settle(true);
    };
    const timer = setTimeout(() => settle(false), withinMs);
    channel.addEventListener("message", listen);
  });
}
