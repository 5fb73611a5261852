"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Role } from "@/lib/access/types";
import { CHOICE } from "../styles";

/** One of the roles that may be given, and in a sentence what the chosen one may. */
export function RoleChoice({
  legend,
  roles,
  role,
  choose,
}: {
  legend: string;
  roles: readonly Role[];
  role: Role;
  choose: (role: Role) => void;
}) {
  const t = useTranslations("access");
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-strong">{legend}</legend>
      <div className="grid grid-cols-2 gap-3">
        {roles.map((choice) => (
          <label key={choice} className={CHOICE}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={role === choice}
              onChange={() => choose(choice)}
            />
            {t(`role.${choice}`)}
          </label>
        ))}
      </div>
      <p className="text-small text-ink-soft" aria-live="polite">
        {t(`may.${role}`)}
      </p>
    </fieldset>
  );
}
