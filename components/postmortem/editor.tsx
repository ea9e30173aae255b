"use client";

import { useCallback, useEffect, useState } from "react";
import { EDITED_FIELDS } from "@/lib/core/incident/postmortem/edited-fields";
import { fieldName } from "@/lib/core/incident/postmortem/fields";
import { followUpGaps, publishingGaps } from "@/lib/core/incident/postmortem/gaps";
import type { ContentField, FollowUp, PostmortemContent } from "@/lib/core/incident/postmortem/model";
import type { FieldView } from "@/lib/registry/postmortem/view";
import type { Action } from "@/lib/web/action";
import { EditorActions } from "./editor-actions";
import type { Known } from "./field-control";
import { FieldEditor, type FieldReport } from "./field-editor";
import type { Save } from "./use-field-draft";
import { useNews } from "./use-news";

type Actions = {
  save: Save;
  savedAfter: Parameters<typeof useNews>[0]["savedAfter"];
  /** Null: not for this reader. */
  publish: Action<unknown> | null;
  review: Action<unknown>;
};
type EditorProps = {
  incidentId: string;
  /** Of the page when it was read. */
  revision: number;
  draftVersion: number;
  isOver: boolean;
  fields: Record<ContentField, FieldView>;
  known: Known;
  now: string;
  actions: Actions;
};

/** The template field by field. Each field saves itself; what others write appears, or waits beside one's own. */
export function PostmortemEditor(props: EditorProps) {
  const { incidentId, draftVersion, fields, known, now, actions } = props;
  const [editorId] = useState(() => crypto.randomUUID());
  const { news, revision, look } = useNews({ ...props, savedAfter: actions.savedAfter });
  const { states, report } = useReports();
  const isSaved = EDITED_FIELDS.every((field) => states[field]?.isSaved ?? true);
  useLeaveWarning(!isSaved);
  const value = <F extends ContentField>(field: F) => states[field]?.value ?? fields[field].value;
  const content = Object.fromEntries(EDITED_FIELDS.map((field) => [field, value(field)])) as PostmortemContent;
  const missing = publishingGaps(withoutEmpty(content)).map((name) => `${name} is empty`);
  const gaps = [...missing, ...followUpGaps(value("followUps") as FollowUp[])];
  return (
    <div>
      {EDITED_FIELDS.map((field) => (
        <FieldEditor
          key={`${field}:${draftVersion}`}
          {...{ incidentId, field, editorId, known, now, report }}
          name={fieldName(field)}
          initial={fields[field]}
          news={news[field] ?? null}
          save={actions.save}
          onSaved={look}
        />
      ))}
      <EditorActions
        incidentId={incidentId}
        revision={revision}
        version={draftVersion}
        isSaved={isSaved}
        isOver={props.isOver}
        gaps={gaps}
        publish={actions.publish}
        review={actions.review}
      />
    </div>
  );
}

/** An item that says nothing is none. */
function withoutEmpty(content: PostmortemContent): PostmortemContent {
  const filled = (items: readonly string[]) => items.filter((item) => item.trim() !== "");
  const { rootCause, mitigations, impact } = content;
  return { ...content, rootCause: filled(rootCause), mitigations: filled(mitigations), impact: impact.trim() };
}

function useReports() {
  const [states, setStates] = useState<Partial<Record<ContentField, FieldReport>>>({});
  const report = useCallback(
    (field: ContentField, state: FieldReport) => setStates((now) => ({ ...now, [field]: state })),
    [],
  );
  return { states, report };
}

/** The browser asks before a page is left that holds what nobody has saved. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
