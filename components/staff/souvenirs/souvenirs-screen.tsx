"use client";

import { useTranslations } from "next-intl";
import type { SouvenirBoard } from "@/lib/vouchers/souvenirs/types";
import { PAGE } from "../styles";
import type { SouvenirCommands } from "./commands";
import { MovementList } from "./movement-list";
import { PromiseDesk } from "./promise-desk";
import { StockList } from "./stock-list";

/** Who still waits for a souvenir on the left, what there is on the right. */
export function SouvenirsScreen({
  board,
  manages,
  undoesOthers,
  commands,
}: {
  board: SouvenirBoard;
  /** Whether the signed-in account changes the stock. */
  manages: boolean;
  /** Whether it may take back what somebody else handed over. */
  undoesOthers: boolean;
  commands: SouvenirCommands;
}) {
  const t = useTranslations("souvenirs");
  return (
    <div className={PAGE}>
      <h1 className="text-title">{t("title")}</h1>
      <p className="mt-1 text-ink-soft">{t("lead")}</p>
      <div className="mt-6 grid items-start gap-6 wide:grid-cols-2">
        <PromiseDesk board={board} undoesOthers={undoesOthers} commands={commands} />
        <div className="flex min-w-0 flex-col gap-6">
          <StockList items={board.items} manages={manages} commands={commands} />
          <MovementList movements={board.movements} />
        </div>
      </div>
    </div>
  );
}
