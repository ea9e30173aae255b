"use client";

import { useEffect } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { ContentField } from "@/lib/core/incident/postmortem/model";
import type { FieldView } from "@/lib/registry/postmortem/view";
import { ConflictView } from "./conflict-view";
import { FieldControl, type Known } from "./field-control";
import { type FieldDraft, isDirty, type Other, type Value } from "./field-draft";
import { FIELD_HINTS } from "./field-hints";
import { type Save, useFieldDraft } from "./use-field-draft";

export type FieldReport = { value: Value; isSaved: boolean };
type FieldEditorProps = {
  incidentId: string;
  field: ContentField;
  name: string;
  editorId: string;
  initial: FieldView;
  news: Other | null;
  known: Known;
  now: string;
  save: Save;
  onSaved: () => void;
  report: (field: ContentField, state: FieldReport) => void;
};

/** One field of the template: it saves itself, and says whether it has. */
export function FieldEditor({ name, initial, known, now, report, ...options }: FieldEditorProps) {
  const { draft, write, decide } = useFieldDraft({ ...options, initial });
  const { field, incidentId } = options;
  const isSaved = !isDirty(draft) && !draft.sending && !draft.other;
  useEffect(() => report(field, { value: draft.value, isSaved }), [field, draft.value, isSaved, report]);
  return (
    <section aria-label={name} className="border-b py-4 last:border-b-0">
      <header className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{name}</h3>
        <p className="flex gap-3 text-muted text-sm">
          <span role="status">{stateOf(draft, initial)}</span>
          <TextLink href={`/incidents/${incidentId}/postmortem?history=${field}#history`}>Earlier texts</TextLink>
        </p>
      </header>
      {FIELD_HINTS[field] && <p className="mb-1.5 text-muted text-sm">{FIELD_HINTS[field]}</p>}
      <FieldControl field={field} name={name} value={draft.value} known={known} onWrite={write} />
      {draft.problem && (
        <p role="alert" className="mt-1 text-no-go text-sm">
          {draft.problem}
        </p>
      )}
      {draft.other && <ConflictView name={name} other={draft.other} mine={draft.value} now={now} onDecide={decide} />}
    </section>
  );
}

function stateOf(draft: FieldDraft, initial: FieldView): string {
  if (draft.other) return "Waits for your choice";
  if (draft.problem) return "Not saved";
  if (draft.sending) return "Saving…";
  if (isDirty(draft)) return "Not saved yet";
  if (draft.revision > initial.revision) return "Saved";
  if (!initial.isPrefilled) return `Saved by ${initial.by}`;
  return initial.value.length > 0 ? "From the incident" : "";
}
