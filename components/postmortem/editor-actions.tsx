"use client";

import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/web/action";
import { ReviewDialogs } from "./review-dialogs";

type EditorActionsProps = {
  incidentId: string;
  /** Up to here this page has seen everything. */
  revision: number;
  version: number;
  isSaved: boolean;
  isOver: boolean;
  gaps: readonly string[];
  publish: Action<unknown> | null;
  review: Action<unknown>;
};

/** What follows on writing: somebody's word on it, and publishing. Always in reach while writing. */
export function EditorActions({ gaps, isOver, isSaved, publish, ...rest }: EditorActionsProps) {
  const { incidentId, revision, version, review } = rest;
  const waits = [...(isOver ? [] : ["the incident is still open"]), ...gaps];
  return (
    <section
      aria-label="Publish"
      className="bottom-0 z-10 -mx-1 mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-background px-1 py-3 sm:sticky"
    >
      <p className="min-w-0 basis-full text-sm sm:flex-1 sm:basis-0" role="status">
        {isSaved ? <span className="text-muted">All is saved, revision {revision}.</span> : "Not all is saved yet."}
        {waits.length > 0 && <span className="block">Before it can be published: {waits.join("; ")}.</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        {isSaved && <ReviewDialogs incidentId={incidentId} revision={revision} action={review} />}
        {publish && waits.length === 0 && isSaved && (
          <CommandDialog
            trigger={<Button variant="primary">Publish…</Button>}
            title={`Publish version ${version}`}
            description="A published version is never changed: amending it makes the next one. Its follow-ups become action items."
            action={publish}
            fields={[]}
            input={() => ({ incidentId, revision })}
            submitLabel={`Publish revision ${revision}`}
            pendingLabel="Publishing…"
            done={`Version ${version} is published`}
          >
            {() => null}
          </CommandDialog>
        )}
      </div>
    </section>
  );
}
