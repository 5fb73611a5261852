"use client";

import { useEffect } from "react";

const CHANNEL = "janji-demo-scanner";

/** Types a payload as a USB scanner would: real key events at document level, closed by Enter. */
function typeAsScanner(payload: string): void {
  const keys = [...payload].map((key) => (key === "\n" ? "Enter" : key));
  for (const key of [...keys, "Enter"]) {
    document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
}

/** Demo offices only: lets the demo page in another tab act as this kiosk's scanner. */
export function DemoScanner(): null {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener("message", (event: MessageEvent<{ payload?: unknown }>) => {
      const { payload } = event.data;
      if (typeof payload !== "string") return;
      channel.postMessage({ ack: true });
      typeAsScanner(payload);
    });
    channel.postMessage({ ready: true });
    return () => channel.close();
  }, []);
  return null;
}
