"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { PrinterRow } from "@/lib/printing/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { PrinterForm } from "./printer-form";
import { RenameForm } from "./rename-form";
import { Row, Rows } from "./row";
import { useFreshPage } from "./use-fresh-page";

type Props = {
  printers: readonly PrinterRow[];
  /** The server's system instant, epoch ms. */
  now: number;
  add: Send<{ readonly id: string }>;
  rename: Send<null>;
  remove: Send<null>;
  test: Send<{ readonly printJobId: string }>;
};

/** The receipt printers that the server drives: how each is, and whether it prints. */
export function PrintersPanel(props: Props) {
  const t = useTranslations("access.printers");
  useFreshPage();
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="wide:order-last">
        <PrinterForm add={props.add} />
      </div>
      <Rows empty={t("empty")}>
        {props.printers.map((printer) => (
          <PrinterItem key={printer.id} {...props} printer={printer} />
        ))}
      </Rows>
    </div>
  );
}

function PrinterItem({ printer, ...props }: Props & { printer: PrinterRow }) {
  const t = useTranslations("access.printers");
  const format = useFormatter();
  const [renaming, setRenaming] = useState(false);
  const [tested, setTested] = useState(false);
  const testing = useSend(props.test);
  const { id, name, state, waiting } = printer;
  if (renaming) {
    return (
      <li className="border-t border-line px-6 py-4 first:border-t-0">
        <RenameForm id={id} name={name} rename={props.rename} close={() => setRenaming(false)} />
      </li>
    );
  }
  const since = format.relativeTime(new Date(Math.min(printer.stateAt, props.now)), new Date(props.now));
  const kiosks = printer.kiosks.map((kiosk) => kiosk.name);
  const facts = [
    state === "UNKNOWN" ? null : t("since", { when: since }),
    `${printer.host}:${printer.port}`,
    t("paper", { width: printer.paperWidth }),
    kiosks.length > 0 ? t("kiosks", { names: format.list(kiosks) }) : t("noKiosk"),
    waiting > 0 ? t("waiting", { count: waiting }) : null,
    tested ? t("tested") : null,
  ];
  return (
    <Row
      title={name}
      note={t(`state.${state}`)}
      alarm={state !== "READY" && state !== "UNKNOWN"}
      detail={facts.filter((fact) => fact !== null).join(" · ")}
      question={{
        label: t("remove"),
        ask: t("removeAsk", { name }),
        yes: t("removeYes"),
        action: props.remove,
        input: { id },
      }}
    >
      <button
        type="button"
        aria-busy={testing.pending}
        onClick={() => testing.send({ id }, () => setTested(true))}
        className={buttonClass("secondary", "small")}
      >
        {t("test")}
      </button>
      <button type="button" onClick={() => setRenaming(true)} className={buttonClass("secondary", "small")}>
        {t("rename")}
      </button>
      <RefusalNote refusal={testing.refusal} />
    </Row>
  );
}
