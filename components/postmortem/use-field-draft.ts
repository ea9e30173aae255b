"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { keepInTab, keptInTab } from "@/components/live/kept-in-tab";
import type { ContentField } from "@/lib/core/incident/postmortem/model";
import type { SaveResult } from "@/lib/registry/postmortem/save";
import type { ActionResult } from "@/lib/web/action";
import {
  conflicted,
  type Decision,
  decided,
  type FieldDraft,
  failed,
  heard,
  isDirty,
  isSendable,
  newDraft,
  type Other,
  refused,
  saved,
  sending,
  typed,
  type Value,
} from "./field-draft";

const PAUSE_MS = 700;
/** Whoever types without a pause is saved nevertheless. */
const LONGEST_MS = 3000;
const AGAIN_MS = 5000;
const NO_ANSWER = "The server did not answer. Your text is kept here and sent again.";

export type Save = (input: unknown) => Promise<ActionResult<SaveResult>>;
type FieldOptions = {
  incidentId: string;
  field: ContentField;
  editorId: string;
  initial: { value: Value; revision: number };
  news: Other | null;
  save: Save;
  /** After a save, so that the page learns what else is new. */
  onSaved: () => void;
};

/** One field that saves itself a moment after typing, and never writes over what somebody else has written. */
export function useFieldDraft({ incidentId, field, editorId, initial, news, save, onSaved }: FieldOptions) {
  const [draft, setDraft] = useState<FieldDraft>(() => newDraft(initial.value, initial.revision));
  useKept(`postmortem:${incidentId}:${field}`, draft, setDraft);

  useEffect(() => {
    if (news) setDraft((now) => heard(now, news));
  }, [news]);

  const send = useCallback(
    async (what: FieldDraft) => {
      setDraft(sending);
      const input = { incidentId, editorId, basedOn: what.revision, fields: { [field]: what.value } };
      const result = await save(input).catch(() => null);
      setDraft((now) => answered(now, result));
      if (result?.ok) onSaved();
    },
    [incidentId, editorId, field, save, onSaved],
  );

  const latest = useRef(send);
  latest.current = send;
  const waitsSince = useRef<number | null>(null);
  useEffect(() => {
    if (!isSendable(draft)) {
      waitsSince.current = null;
      return;
    }
    waitsSince.current ??= performance.now();
    const leftMs = Math.max(waitsSince.current + LONGEST_MS - performance.now(), 0);
    const timer = setTimeout(() => latest.current(draft), draft.problem ? AGAIN_MS : Math.min(PAUSE_MS, leftMs));
    return () => clearTimeout(timer);
  }, [draft]);

  return {
    draft,
    write: (value: Value) => setDraft((now) => typed(now, value)),
    decide: (decision: Decision) => setDraft((now) => decided(now, decision, () => crypto.randomUUID())),
  };
}

function answered(draft: FieldDraft, result: ActionResult<SaveResult> | null): FieldDraft {
  if (!result) return failed(draft, NO_ANSWER);
  if (!result.ok) {
    const { code, message } = result.error;
    return code === "unavailable" || code === "internal" ? failed(draft, message) : refused(draft, message);
  }
  const { outcome, revision, conflicts } = result.data;
  const [other] = conflicts;
  return outcome === "conflict" && other ? conflicted(draft, other) : saved(draft, revision);
}

/** What is not saved yet outlasts a reload of the page, with the revision that it was written over. */
function useKept(key: string, draft: FieldDraft, setDraft: (change: (now: FieldDraft) => FieldDraft) => void) {
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current) return;
    isRead.current = true;
    const kept = readKept(keptInTab(key));
    if (kept) setDraft((now) => ({ ...now, value: kept.value, revision: Math.min(kept.revision, now.revision) }));
  }, [key, setDraft]);
  useEffect(() => {
    if (!isRead.current) return;
    const { value, revision } = draft;
    keepInTab(key, isDirty(draft) ? JSON.stringify({ value, revision }) : "");
  }, [key, draft]);
}

function readKept(text: string | null): { value: Value; revision: number } | null {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
