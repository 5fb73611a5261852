import type { ReactNode } from "react";
import { StaffShell } from "@/components/staff/shell/staff-shell";
import { currentSession } from "@/lib/access/guards";
import { homeOf, openPages } from "@/lib/access/pages";
import { staffFrame } from "@/lib/hall/frame";
import { now, systemNow } from "@/lib/platform/clock";
import { catalogue, locales } from "@/lib/platform/messages";
import { acknowledgeAlertAction } from "../actions/alerts";
import { answerCallAction } from "../actions/calls";
import { signInHereAction } from "../sign-in/actions";
import { setEntranceLanguageAction } from "../sign-in/language";

/** Until a password given by somebody else is changed, nothing of the office is on the screen. */
const NOTHING = { calls: [], openCount: 0, alerts: [], alertCount: 0, souvenirs: [] };

/** The frame of the signed-in pages. Each page and each action still asks by itself who is there and may what. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // The page itself sends its visitor to sign in and back to it; this frame does not know which page it is.
  if (!session) return children;
  const { account, mustChangePassword: due } = session;
  const frame = await staffFrame({ account });
  const { settings, calls, openCount, alerts, alertCount, souvenirs } = due
    ? { ...frame, ...NOTHING }
    : frame;
  // Calls live on the system's clock; the tablet shows the office's, which in the demo is another.
  const serverNow = now().getTime();
  const ahead = serverNow - systemNow().getTime();
  const languages = locales().map((code) => {
    const own = catalogue(code).common?.language;
    return { code, label: typeof own === "string" ? own : code };
  });
  return (
    <StaffShell
      account={account}
      pages={due ? [] : openPages(account.role)}
      home={due ? "/staff/account" : homeOf(account.role)}
      openCount={openCount}
      alertCount={alertCount}
      souvenirs={souvenirs}
      calls={calls.map(({ id, kioskName, at }) => ({ id, kioskName, at: at + ahead }))}
      serverNow={serverNow}
      zoneLabel={settings.zoneLabel}
      locales={languages}
      alerts={alerts}
      acknowledgeAlert={acknowledgeAlertAction}
      answerCall={answerCallAction}
      setLanguage={setEntranceLanguageAction}
      signInHere={signInHereAction}
    >
      {children}
    </StaffShell>
  );
}
