"use client";

import { useTranslations } from "next-intl";
import { Field, PasswordField } from "./field";

/** Who somebody is and their password, as password managers know them. */
export function CredentialFields(props: {
  readonly username: string;
  readonly onUsername: (username: string) => void;
  readonly password: string;
  readonly onPassword: (password: string) => void;
  readonly autoFocus?: boolean;
}) {
  const t = useTranslations("access.field");
  return (
    <>
      <Field
        label={t("username")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={64}
        required
        autoFocus={props.autoFocus}
        value={props.username}
        onChange={(event) => props.onUsername(event.target.value)}
      />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="current-password"
        maxLength={128}
        required
        value={props.password}
        onChange={(event) => props.onPassword(event.target.value)}
      />
    </>
  );
}
