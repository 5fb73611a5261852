"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ShowcaseCase } from "@/lib/demo/types";
import { EnlargedCode } from "./enlarged-code";
import { ShowcaseCard } from "./showcase-card";
import { SHOWCASE_GROUPS, type PrepareScan, type ShowcaseCode, type ShowcaseGroup } from "./types";
import { useScannerRemote } from "./use-scanner-remote";

/** People used up at the kiosk are replaced, and the clock moves: the page looks again this often. */
const REFRESH_MS = 30_000;

/** Every outcome of the rules, to hold before the kiosk or to send to it. */
export function ShowcaseBoard({
  codes,
  prepareScan,
}: {
  codes: readonly ShowcaseCode[];
  prepareScan: PrepareScan;
}) {
  const t = useTranslations("demo");
  const router = useRouter();
  const { state, scan } = useScannerRemote();
  const [scanned, setScanned] = useState<ShowcaseCase | null>(null);
  const [enlarged, setEnlarged] = useState<ShowcaseCode | null>(null);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(refresh, REFRESH_MS);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);

  const busy = state === "preparing" || state === "sending" || state === "opening";
  const send = (id: ShowcaseCase) => {
    if (busy) return;
    setScanned(id);
    void scan(() => payloadOf(prepareScan, id)).then(() => router.refresh());
  };
  const card = (id: ShowcaseCase) => {
    const code = codes.find((one) => one.id === id);
    if (!code) return null;
    return (
      <ShowcaseCard
        key={id}
        code={code}
        remote={scanned === id ? state : null}
        onScan={() => send(id)}
        onEnlarge={() => setEnlarged(code)}
      />
    );
  };
  return (
    <>
      {(Object.keys(SHOWCASE_GROUPS) as ShowcaseGroup[]).map((group) => (
        <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-6">
          <div className="flex max-w-[60ch] flex-col gap-2">
            <h2 id={`group-${group}`} className="text-title">
              {t(`group.${group}.title`)}
            </h2>
            <p className="text-ink-soft">{t(`group.${group}.lead`)}</p>
          </div>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-4">
            {SHOWCASE_GROUPS[group].map(card)}
          </div>
        </section>
      ))}
      {enlarged?.qr && (
        <EnlargedCode
          name={t(`case.${enlarged.id}.name`)}
          qr={enlarged.qr}
          bookingCode={enlarged.bookingCode}
          onClose={() => setEnlarged(null)}
        />
      )}
    </>
  );
}

/** Null when the server did not answer, or has nothing to scan. */
async function payloadOf(prepareScan: PrepareScan, id: ShowcaseCase): Promise<string | null> {
  try {
    const answer = await prepareScan({ id });
    return answer.ok ? answer.value.payload : null;
  } catch (fault) {
    // A failed fetch is a TypeError; anything else is Next's own to handle.
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}
