import type { ReactNode } from "react";
import { StaffShell } from "@/components/staff/shell/staff-shell";
import { requireAccount } from "@/lib/access/guards";
import { staffFrame } from "@/lib/hall/frame";
import { now, systemNow } from "@/lib/platform/clock";
import { catalogue, locales } from "@/lib/platform/messages";
import { acknowledgeAlertAction } from "../actions/alerts";
import { answerCallAction } from "../actions/calls";
import { setEntranceLanguageAction } from "../sign-in/language";
import { signOutAction } from "../sign-out/actions";

/** The frame of the signed-in pages. Each page and each action still asks by itself who is there. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const account = await requireAccount("/staff");
  const { settings, calls, openCount, alerts, alertCount } = await staffFrame({ account });
  // Calls live on the system's clock; the tablet shows the office's, which in the demo is another.
  const serverNow = now().getTime();
  const ahead = serverNow - systemNow().getTime();
  const languages = locales().map((code) => {
    const own = catalogue(code).common?.language;
    return { code, label: typeof own === "string" ? own : code };
  });
  return (
    <StaffShell
      account={{ name: account.name, role: account.role }}
      openCount={openCount}
      alertCount={alertCount}
      calls={calls.map(({ id, kioskName, at }) => ({ id, kioskName, at: at + ahead }))}
      serverNow={serverNow}
      zoneLabel={settings.zoneLabel}
      locales={languages}
      alerts={alerts}
      acknowledgeAlert={acknowledgeAlertAction}
      answerCall={answerCallAction}
      setLanguage={setEntranceLanguageAction}
      signOut={signOutAction}
    >
      {children}
    </StaffShell>
  );
}
