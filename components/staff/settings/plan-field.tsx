"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "../styles";
import { useDraft, useProblem } from "./draft-context";
import { NumberField, TextField } from "./fields";

const PATH = "complaintRoom.plan";
const MOST_TURNS = 8;
const MOST_LANDMARKS = 5;

/** A plain hall to begin from: the room in the corner, the way straight to its door. */
const STARTER = {
  columns: 20,
  rows: 11,
  kiosk: { x: 4, y: 9 },
  room: { x: 12, y: 0, width: 8, height: 6 },
  path: [
    { x: 4, y: 7 },
    { x: 15, y: 7 },
    { x: 15, y: 6 },
  ],
  landmarks: [],
};

/** The small map on the kiosk: drawn in squares of the hall, seen at once beside it. */
export function PlanField() {
  const t = useTranslations("settings.plan");
  const { draft, set } = useDraft();
  const { plan } = draft.complaintRoom;
  if (!plan)
    return (
      <div className="flex flex-col items-start gap-2">
        <p className="text-small text-ink-soft">{t("none")}</p>
        <button
          type="button"
          onClick={() => set(PATH, STARTER)}
          className={buttonClass("secondary", "small")}
        >
          {t("begin")}
        </button>
      </div>
    );
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="font-strong">{t("title")}</legend>
      <p className="text-small text-ink-soft">{t("lead")}</p>
      <Numbers title={t("hall")} path={PATH} keys={["columns", "rows"]}>
        <TextField path={`${PATH}.floor`} label={t("floor")} optional />
      </Numbers>
      <Numbers title={t("kiosk")} path={`${PATH}.kiosk`} keys={["x", "y"]} />
      <Numbers title={t("room")} path={`${PATH}.room`} keys={["x", "y", "width", "height"]} />
      {plan.path.map((_, index) => (
        <Numbers
          key={index}
          title={index === plan.path.length - 1 ? t("door") : t("turn", { row: index + 1 })}
          path={`${PATH}.path.${index}`}
          keys={["x", "y"]}
          remove={
            plan.path.length > 1 && index < plan.path.length - 1
              ? () =>
                  set(
                    `${PATH}.path`,
                    plan.path.filter((__, other) => other !== index),
                  )
              : undefined
          }
        />
      ))}
      {plan.path.length < MOST_TURNS && (
        <button
          type="button"
          onClick={() => set(`${PATH}.path`, [plan.kiosk, ...plan.path])}
          className={`self-start ${buttonClass("secondary", "small")}`}
        >
          {t("addTurn")}
        </button>
      )}
      {plan.landmarks.map((_, index) => (
        <Numbers
          key={index}
          title={t("landmark", { row: index + 1 })}
          path={`${PATH}.landmarks.${index}`}
          keys={["x", "y", "width", "height"]}
          remove={() =>
            set(
              `${PATH}.landmarks`,
              plan.landmarks.filter((__, other) => other !== index),
            )
          }
        >
          <TextField path={`${PATH}.landmarks.${index}.label`} label={t("label")} />
        </Numbers>
      ))}
      <div className="flex flex-wrap gap-3">
        {plan.landmarks.length < MOST_LANDMARKS && (
          <button
            type="button"
            onClick={() =>
              set(`${PATH}.landmarks`, [...plan.landmarks, { x: 1, y: 1, width: 6, height: 1.5, label: "" }])
            }
            className={buttonClass("secondary", "small")}
          >
            {t("addLandmark")}
          </button>
        )}
        <button
          type="button"
          onClick={() => set(PATH, undefined)}
          className={buttonClass("secondary", "small")}
        >
          {t("remove")}
        </button>
      </div>
    </fieldset>
  );
}

function Numbers({
  title,
  path,
  keys,
  remove,
  children,
}: {
  title: string;
  path: string;
  keys: readonly ("columns" | "rows" | "x" | "y" | "width" | "height")[];
  remove?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations("settings.plan");
  const problem = useProblem(path);
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="float-left mr-4 mb-2 text-small font-strong">{title}</legend>
      {remove && (
        <button
          type="button"
          onClick={remove}
          aria-label={`${t("take")}: ${title}`}
          className={`float-right mb-2 ${buttonClass("secondary", "small")}`}
        >
          {t("take")}
        </button>
      )}
      <div className="clear-both grid grid-cols-4 items-start gap-2">
        {keys.map((key) => (
          <NumberField key={key} path={`${path}.${key}`} label={t(`axis.${key}`)} />
        ))}
        {children !== undefined && (
          <div className={keys.length > 2 ? "col-span-4" : "col-span-2"}>{children}</div>
        )}
      </div>
      {problem !== null && <p className="mt-1 text-small font-strong text-amber">{problem}</p>}
    </fieldset>
  );
}
