"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId, useState } from "react";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import type { ActionRefusal } from "@/lib/platform/types";
import type { ChosenCase } from "@/lib/register/applicant/types";
import { Field } from "../access/field";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import { useWords } from "../use-words";
import { saveFile, useRecordFile } from "./use-record-file";

const SHORTEST_GROUND = 10;
const LONGEST_GROUND = 300;

/** An applicant asks what is held about them: whose, how the officer made sure, and one file to hand over. */
export function RequestForm({ chosen }: { chosen: ChosenCase | null }) {
  const t = useTranslations("privacy.request");
  const id = useId();
  const [booking, setBooking] = useState("");
  const [date, setDate] = useState("");
  const [ground, setGround] = useState("");
  const [tried, setTried] = useState(false);
  const { pending, file, refusal, ask } = useRecordFile();
  const text = ground.trim();
  const whose = chosen ? { ticketId: chosen.ticketId } : { bookingScan: booking.trim(), serviceDate: date };
  const missing = {
    booking: !chosen && booking.trim() === "",
    date: !chosen && date === "",
    ground: text.length < SHORTEST_GROUND,
  };
  const submit = () => {
    setTried(true);
    if (!Object.values(missing).some(Boolean)) void ask({ ...whose, ground: text });
  };
  return (
    <section aria-labelledby={`${id}-title`} className={`${SHEET} flex flex-col gap-5 p-6`}>
      <div>
        <h2 id={`${id}-title`} className="text-lead">
          {t("title")}
        </h2>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      <form
        method="post"
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {chosen ? (
          <Chosen chosen={chosen} />
        ) : (
          <>
            <Field
              label={t("booking")}
              hint={t("bookingHint")}
              problem={tried && missing.booking ? t("missing") : null}
              value={booking}
              onChange={(event) => setBooking(event.target.value)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={200}
            />
            <Field
              label={t("date")}
              problem={tried && missing.date ? t("missing") : null}
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          </>
        )}
        <div className="flex flex-col gap-2">
          <label htmlFor={`${id}-ground`} className="font-strong">
            {t("ground")}
          </label>
          <textarea
            id={`${id}-ground`}
            rows={2}
            maxLength={LONGEST_GROUND}
            value={ground}
            onChange={(event) => setGround(event.target.value)}
            aria-invalid={tried && missing.ground ? true : undefined}
            aria-describedby={`${id}-ground-note`}
            className="w-full resize-none rounded-field bg-card px-5 py-3.5 text-body shadow-[inset_0_0_0_2px_var(--color-line-strong)] aria-invalid:shadow-[inset_0_0_0_3px_var(--color-amber)]"
          />
          <p
            id={`${id}-ground-note`}
            className={`text-small ${tried && missing.ground ? "font-strong text-amber" : "text-ink-soft"}`}
          >
            {tried && missing.ground ? t("groundMissing", { min: SHORTEST_GROUND }) : t("groundHint")}
          </p>
        </div>
        <Refused refusal={refusal} />
        <button type="submit" aria-busy={pending} className={buttonClass(file ? "secondary" : "primary")}>
          {t(pending ? "making" : "make")}
        </button>
      </form>
      <div role="status" className="empty:hidden">
        {file && (
          <div className="flex items-start gap-4 rounded-field bg-green-wash px-5 py-4">
            <CheckIcon className="mt-0.5 h-7 w-7 text-green" />
            <div>
              <p className="font-strong text-green">{t("done", { count: file.visits })}</p>
              <p className="mt-1">{t("handOver")}</p>
              <button type="button" onClick={() => saveFile(file)} className={TEXT_LINK}>
                {t("saveAgain")}
              </button>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}

function Chosen({ chosen }: { chosen: ChosenCase }) {
  const t = useTranslations("privacy.request");
  const { day } = useWords();
  const date = `${day(chosen.serviceDate)} ${chosen.serviceDate.slice(0, 4)}`;
  return (
    <div className="rounded-field bg-paper px-5 py-3">
      <p className="font-strong">
        {chosen.queueNumber ? t("chosen", { number: chosen.queueNumber, date }) : t("chosenOf", { date })}
      </p>
      <Link href="/staff/access-requests" className={TEXT_LINK}>
        {t("other")}
      </Link>
    </div>
  );
}

function Refused({ refusal }: { refusal: ActionRefusal | null }) {
  const t = useTranslations("privacy.refusal");
  return (
    <div role="alert" className="empty:hidden">
      {refusal && (
        <p className="flex items-start gap-3 rounded-field bg-amber-wash px-5 py-3.5 font-strong text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          <span>{t.has(refusal.code) ? t(refusal.code) : t("OTHER", { code: refusal.code })}</span>
        </p>
      )}
    </div>
  );
}
