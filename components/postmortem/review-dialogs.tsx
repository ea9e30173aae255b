"use client";

import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Action } from "@/lib/web/action";

type ReviewDialogsProps = { incidentId: string; revision: number; action: Action<unknown> };

/** A reader's word on the text as it is now: it is right, or what has to change. */
export function ReviewDialogs({ incidentId, revision, action }: ReviewDialogsProps) {
  const common = { action, fields: ["note"], pendingLabel: "Sending…" };
  const input = (answer: "approve" | "changes") => (typed: FormData) => ({
    incidentId,
    revision,
    answer,
    note: typed.get("note"),
  });
  return (
    <>
      <CommandDialog
        {...common}
        trigger={<Button>Ask for changes…</Button>}
        title="Ask for changes"
        input={input("changes")}
        submitLabel="Ask for changes"
        done="Your answer is recorded"
      >
        {(errorOf) => (
          <Field label="What has to change" error={errorOf("note")} required>
            <Textarea name="note" rows={4} maxLength={5000} />
          </Field>
        )}
      </CommandDialog>
      <CommandDialog
        {...common}
        trigger={<Button>Approve…</Button>}
        title="Approve the postmortem"
        description={`It tells what happened and what follows. Your word counts for revision ${revision} alone.`}
        input={input("approve")}
        submitLabel="Approve"
        done="Your answer is recorded"
      >
        {(errorOf) => (
          <Field label="Note" error={errorOf("note")} required={false}>
            <Textarea name="note" rows={2} maxLength={5000} />
          </Field>
        )}
      </CommandDialog>
    </>
  );
}
