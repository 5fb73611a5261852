"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { RefusalNote } from "../access/refusal-note";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import { useWords } from "../use-words";
import { SECTION_NAMES, SECTIONS, sectionOf, valueAt, type Section } from "./draft";
import { DraftContext, keyOf, useDraft, useProblemWords } from "./draft-context";
import { LetterheadPreview, SlipPreview, WayPreview } from "./previews";
import { SectionFields, type SectionProps } from "./section-fields";
import { useSettingsForm, type SettingsForm as Form } from "./use-settings-form";

/** Everything that differs between offices, in parts; one save makes one version of the settings. */
export function SettingsForm(props: SectionProps) {
  const { page } = props;
  const t = useTranslations("settings");
  const form = useSettingsForm(page);
  const { section, draft, set, problems } = form;
  return (
    <DraftContext value={{ draft, set, problems }}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.dirty && !form.overtaken) form.submit();
        }}
        className="flex flex-col gap-6"
      >
        <SectionChoice form={form} page={page} />
        <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
          <section aria-labelledby="part" className={`${SHEET} flex min-w-0 flex-col gap-5 p-6`}>
            <h2 id="part" className="text-lead">
              {t(`section.${section}`)}
            </h2>
            <SectionFields section={section} {...props} />
          </section>
          <aside
            aria-label={t("preview.title")}
            className="flex min-w-0 flex-col gap-5 wide:sticky wide:top-4"
          >
            <SectionPreview section={section} page={page} />
          </aside>
        </div>
        <SaveBar form={form} page={page} />
      </form>
    </DraftContext>
  );
}

function SectionChoice({ form, page }: { form: Form; page: SectionProps["page"] }) {
  const t = useTranslations("settings");
  const changed = (name: Section) =>
    SECTIONS[name].some(
      (field) => JSON.stringify(valueAt(form.draft, field)) !== JSON.stringify(valueAt(page.draft, field)),
    );
  const wrong = (name: Section) => Object.keys(form.problems).some((path) => sectionOf(path) === name);
  return (
    <div role="group" aria-label={t("sections")} className="flex flex-wrap gap-2">
      {SECTION_NAMES.map((name) => {
        const mark = wrong(name) ? t("mark.wrong") : changed(name) ? t("mark.changed") : null;
        return (
          <button
            key={name}
            type="button"
            aria-pressed={name === form.section}
            onClick={() => form.turnTo(name)}
            className={buttonClass(name === form.section ? "primary" : "secondary", "small")}
          >
            {t(`section.${name}`)}
            {mark !== null && (
              <span className="rounded-round bg-gold-wash px-2.5 text-small font-strong text-ink">
                {mark}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function SectionPreview({ section, page }: { section: Section; page: SectionProps["page"] }) {
  const t = useTranslations("settings.preview");
  const { sample } = page;
  const { paperWidth } = useDraft().draft;
  switch (section) {
    case "room":
      return <WayPreview sample={sample} />;
    case "letterhead":
      return <LetterheadPreview today={sample.slip.serviceDate} />;
    case "office":
    case "numbers":
      return <SlipPreview sample={sample} paperWidth={paperWidth} />;
    case "printing":
      return (
        <div className="flex flex-wrap items-start gap-5">
          <SlipPreview sample={sample} paperWidth="80" />
          <SlipPreview sample={sample} paperWidth="58" />
        </div>
      );
    case "hall":
    case "privacy":
      return <p className="text-ink-soft">{t("none")}</p>;
  }
}

function SaveBar({ form, page }: { form: Form; page: SectionProps["page"] }) {
  const t = useTranslations("settings");
  const words = useProblemWords();
  const { clock, day } = useWords();
  const router = useRouter();
  const { refusal, dirty, overtaken, pending, problems, savedVersion } = form;
  const code = refusal?.code;
  // The settings that overtook this page are fetched, so that both can be seen.
  useEffect(() => {
    if (code === "CHANGED_MEANWHILE") router.refresh();
  }, [code, router]);
  const ready = dirty && !overtaken;
  return (
    <div className={`${SHEET} sticky bottom-4 z-1 flex flex-col gap-3 p-4 shadow-lift`}>
      {overtaken ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 rounded-field bg-amber-wash px-5 py-3">
          <p className="mr-auto max-w-[60ch] font-strong text-amber">
            {t("overtaken", {
              name: page.changed.byName ?? "none",
              time: clock(page.changed.at),
              version: page.version,
            })}
          </p>
          <button type="button" onClick={form.mergeIn} className={buttonClass("primary", "small")}>
            {t("mergeIn")}
          </button>
        </div>
      ) : code === "RETENTION" ? (
        <Question form={form} />
      ) : code === "BAD_FIELDS" ? (
        <div role="alert" className="rounded-field bg-amber-wash px-5 py-3 text-amber">
          <p className="font-head">{t("badFields")}</p>
          <ul>
            {Object.entries(problems).map(([path, problem]) => {
              const section = sectionOf(path);
              const label = t.has(`field.${keyOf(path)}`) ? t(`field.${keyOf(path)}`) : t("plan.title");
              return (
                <li key={path}>
                  <button type="button" onClick={() => section && form.turnTo(section)} className={TEXT_LINK}>
                    {label}: {words(path, problem)}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className={`mr-auto text-small text-ink-soft ${dirty ? "tall:basis-full" : ""}`}>
          {savedVersion === null ? (
            t("standing", {
              version: page.version,
              day: day(page.changed.day),
              name: page.changed.byName ?? "none",
            })
          ) : (
            <span className="font-strong text-green">{t("saved", { version: savedVersion })}</span>
          )}{" "}
          <Link href="/staff/settings/versions" className="underline underline-offset-4">
            {t("allVersions")}
          </Link>
        </p>
        {dirty && (
          <button type="button" onClick={form.reset} className={buttonClass("secondary")}>
            {t("reset")}
          </button>
        )}
        <button
          type="submit"
          aria-busy={pending}
          aria-disabled={!ready}
          className={buttonClass(ready ? "primary" : "waiting")}
        >
          {t(pending ? "saving" : overtaken ? "lookFirst" : dirty ? "save" : "unchanged")}
        </button>
      </div>
    </div>
  );
}

/** Fewer days remove what is kept today: how much is said before anybody says yes. */
function Question({ form }: { form: Form }) {
  const t = useTranslations("settings.retention");
  const { count = 0, days = 0 } = form.refusal?.details ?? {};
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-field bg-amber-wash px-5 py-3">
      <p className="mr-auto max-w-[60ch] font-strong text-amber">{t("ask", { count, days })}</p>
      <button type="button" onClick={() => form.submit(true)} className={buttonClass("primary", "small")}>
        {t("yes")}
      </button>
      <button type="button" onClick={form.dropQuestion} className={buttonClass("secondary", "small")}>
        {t("no")}
      </button>
    </div>
  );
}
