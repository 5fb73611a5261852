"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { SettingsDraft } from "@/lib/office/types";
import type { ActionResult } from "@/lib/platform/types";
import type { SettingsPage } from "@/lib/vouchers/office-settings/types";
import { useSend, type Sending } from "../access/use-send";
import { merged, sameDraft, withValue, type Section } from "./draft";
import type { DraftState } from "./draft-context";

const SAVE_PATH = "/staff/settings/version";

interface Saved {
  readonly version: number;
}

/** Settings with an emblem are longer than a server action may be: they go by a route. */
async function save(input: unknown): Promise<ActionResult<Saved>> {
  const response = await fetch(SAVE_PATH, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  return (await response.json()) as ActionResult<Saved>;
}

export interface SettingsForm extends DraftState {
  readonly section: Section;
  readonly turnTo: (section: Section) => void;
  readonly dirty: boolean;
  /** Somebody else has changed the settings since: nothing typed is lost, and nothing can be saved before a look. */
  readonly overtaken: boolean;
  readonly savedVersion: number | null;
  readonly pending: boolean;
  readonly refusal: Sending<Saved>["refusal"];
  readonly submit: (accepted?: boolean) => void;
  readonly dropQuestion: () => void;
  /** What others changed comes in where nothing was typed. */
  readonly mergeIn: () => void;
  readonly reset: () => void;
}

/**
 * What is typed on the page of settings. The page is refreshed whenever anything changes in the office: untouched it
 * follows, with something typed it says that it was overtaken.
 */
export function useSettingsForm(page: SettingsPage): SettingsForm {
  const router = useRouter();
  const [base, setBase] = useState({ version: page.version, draft: page.draft });
  const [draft, setDraft] = useState<SettingsDraft>(page.draft);
  const [section, turnTo] = useState<Section>("office");
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const { pending, refusal, send, refuse } = useSend<Saved>(save);
  const dirty = !sameDraft(draft, base.draft);
  const newer = page.version > base.version;
  const follow = (mine: SettingsDraft) => {
    setBase({ version: page.version, draft: page.draft });
    setDraft(mine);
  };
  if (newer && !dirty) follow(page.draft);
  const problems = refusal?.code === "BAD_FIELDS" ? (refusal.details as Record<string, string>) : {};
  return {
    draft,
    set: (path, value) => {
      setSavedVersion(null);
      // What was asked about is no longer what would be saved.
      if (refusal?.code === "RETENTION") refuse(null);
      setDraft((before) => withValue(before, path, value));
    },
    problems,
    section,
    turnTo,
    dirty,
    overtaken: newer && dirty,
    savedVersion,
    pending,
    refusal,
    submit: (accepted = false) => {
      send({ version: base.version, draft, accepted }, ({ version }) => {
        setBase({ version: base.version, draft });
        setSavedVersion(version);
        router.refresh();
      });
    },
    dropQuestion: () => refuse(null),
    mergeIn: () => {
      refuse(null);
      follow(merged(base.draft, draft, page.draft));
    },
    reset: () => {
      refuse(null);
      setDraft(base.draft);
    },
  };
}
