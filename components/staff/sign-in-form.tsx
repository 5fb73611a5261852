"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import type { DemoSignIn } from "@/lib/access/types";
import { CredentialFields } from "./access/credential-fields";
import { RefusalNote } from "./access/refusal-note";
import { useSend } from "./access/use-send";
import { buttonClass, SHEET } from "./styles";
import type { Send } from "./types";

type Props = {
  signIn: Send<never>;
  /** Where to go afterwards: a path within the staff area, checked again by the server. */
  next: string;
  demoSignIns: readonly DemoSignIn[];
  /** No account exists yet: says where the first one comes from. */
  firstStart: boolean;
};

/** Name and password; in the demo office also its people, each by one tap. */
export function SignInForm({ signIn, next, demoSignIns, firstStart }: Props) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(signIn);
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (username && password) send({ username, password, next });
  };
  return (
    <>
      {/* Pressed before the page's script runs, a form without a method would put the password into the address. */}
      <form method="post" onSubmit={submit} className={`${SHEET} flex flex-col gap-4 p-7`}>
        <div>
          <h1 className="text-title">{t("signIn.title")}</h1>
          <p className="mt-2 text-ink-soft">{t("signIn.lead")}</p>
        </div>
        <CredentialFields
          username={username}
          onUsername={setUsername}
          password={password}
          onPassword={setPassword}
        />
        <RefusalNote refusal={refusal} />
        <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
          {t(pending ? "signIn.submitting" : "signIn.submit")}
        </button>
        {!firstStart && demoSignIns.length === 0 && (
          <p className="text-small text-ink-soft">{t("signIn.forgot")}</p>
        )}
      </form>
      {firstStart && (
        <section className="rounded-control bg-gold-wash px-8 py-6">
          <h2 className="text-lead">{t("signIn.firstTitle")}</h2>
          <p className="mt-2">{t("signIn.firstBody")}</p>
        </section>
      )}
      {demoSignIns.length > 0 && (
        <section aria-labelledby="demo-sign-ins" className="rounded-control bg-gold-wash px-7 py-4">
          <h2 id="demo-sign-ins" className="text-lead">
            {t("signIn.demo.title")}
          </h2>
          <p className="text-small">{t("signIn.demo.body")}</p>
          <div className="mt-3 grid grid-cols-2 gap-3">
            {demoSignIns.map((person) => (
              <button
                key={person.username}
                type="button"
                aria-busy={pending}
                data-demo-sign-in={person.username}
                onClick={() => send({ username: person.username, password: person.password, next })}
                className="flex min-h-16 flex-col items-start rounded-field bg-card px-5 py-2 text-left leading-snug shadow-[inset_0_0_0_2px_var(--color-ink)] transition-transform duration-(--move-fast) active:scale-[.985]"
              >
                <strong className="font-head">{t(`role.${person.role}`)}</strong>
                <span className="text-small text-ink-soft">{t(`signIn.demo.${person.role}`)}</span>
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
