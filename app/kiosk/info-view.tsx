"use client";

import { useState } from "react";
import { InfoScreen } from "@/components/kiosk/info-screen";
import { LensDialog } from "@/components/scan/lens-dialog";
import { useStaffHold } from "./use-staff-hold";

/** The conditions, and behind their heading, for officers, the choice of the camera. */
export function InfoView({ onDone }: { readonly onDone: () => void }) {
  const [lens, setLens] = useState(false);
  useStaffHold(() => setLens(true));
  return (
    <>
      <InfoScreen onDone={onDone} />
      {lens && <LensDialog onClose={() => setLens(false)} />}
    </>
  );
}
