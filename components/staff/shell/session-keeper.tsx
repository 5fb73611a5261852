"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState, type SubmitEvent } from "react";
import { Logo } from "@/components/ui/logo";
import { CredentialFields } from "../access/credential-fields";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { sessionBegun } from "./session-signal";
import { useSession } from "./use-session";

export type SignInHere = Send<{ readonly id: string; readonly passwordDue: boolean }>;

/** Warns before the session ends, and covers the page once it has: what was typed on it waits underneath for a while. */
export function SessionKeeper({ accountId, signInHere }: { accountId: string; signInHere: SignInHere }) {
  const { session, stay } = useSession();
  if (session.phase === "ended") return <Ended accountId={accountId} signInHere={signInHere} />;
  if (session.phase === "warning") return <Warning endsAt={session.endsAt} stay={stay} />;
  return null;
}

/** Beside the work and not over it: whoever goes on working has stayed already. */
function Warning({ endsAt, stay }: { endsAt: number; stay: () => void }) {
  const t = useTranslations("access.session");
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const count = () => setSeconds(Math.max(0, Math.ceil((endsAt - performance.now()) / 1000)));
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  return (
    <div
      role="alertdialog"
      aria-labelledby="session-warning"
      aria-describedby="session-warning-text"
      data-session="warning"
      className="fixed inset-x-0 bottom-0 z-20 border-t-4 border-gold bg-ink px-(--edge) py-4 text-on-navy shadow-lift"
    >
      <div className="mx-auto flex max-w-[1376px] flex-wrap items-center gap-x-6 gap-y-3">
        <div className="mr-auto">
          <p id="session-warning" role="status" className="text-lead font-head">
            {t("warningTitle")}
          </p>
          <p id="session-warning-text">
            {t("warningText")}{" "}
            {seconds !== null && <span className="tabular-nums">{t("secondsLeft", { seconds })}</span>}
          </p>
        </div>
        <button type="button" onClick={stay} className={buttonClass("gold")}>
          {t("stay")}
        </button>
      </div>
    </div>
  );
}

function Ended({ accountId, signInHere }: { accountId: string; signInHere: SignInHere }) {
  const t = useTranslations("access");
  const router = useRouter();
  const ref = useRef<HTMLDialogElement>(null);
  const { pending, refusal, send } = useSend(signInHere);
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  useLayoutEffect(() => {
    const dialog = ref.current;
    // Another dialog may be open: closed and opened anew, this one lies over it.
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!username || !password) return;
    send({ username, password }, ({ id, passwordDue }) => {
      if (passwordDue) {
        const here = encodeURIComponent(window.location.pathname + window.location.search);
        window.location.assign(`/staff/account?next=${here}`);
      } else if (id !== accountId) {
        // Somebody else: nothing of what the one before saw or typed stays.
        window.location.reload();
      } else {
        sessionBegun();
        router.refresh();
      }
    });
  };
  return (
    <dialog
      ref={ref}
      aria-labelledby="session-ended"
      data-session="ended"
      data-tone="paper"
      onCancel={(event) => event.preventDefault()}
      className="m-0 size-full max-h-none max-w-none overflow-y-auto bg-paper text-ink"
    >
      <div className="mx-auto flex min-h-full w-full max-w-[34rem] flex-col justify-center gap-6 px-(--edge) py-8">
        <Logo className="size-12" />
        <form method="post" onSubmit={submit} noValidate className={`${SHEET} flex flex-col gap-4 p-8`}>
          <div>
            <h1 id="session-ended" className="text-title">
              {t("session.endedTitle")}
            </h1>
            <p className="mt-2 text-ink-soft">{t("session.endedText")}</p>
          </div>
          <CredentialFields
            username={username}
            onUsername={setUsername}
            password={password}
            onPassword={setPassword}
            autoFocus
          />
          <RefusalNote refusal={refusal} />
          <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
            {t(pending ? "signIn.submitting" : "session.signInAgain")}
          </button>
        </form>
        <a href="/staff/sign-in" className="self-center py-3 font-strong underline underline-offset-4">
          {t("session.someoneElse")}
        </a>
      </div>
    </dialog>
  );
}
