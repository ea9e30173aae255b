import { CommandButton } from "@/components/incident/command-button";
import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { isTyped, type ShownEntry } from "@/lib/core/incident/timeline";
import type { Action } from "@/lib/web/action";

export type EntryCommands = { correct: Action<unknown>; pin: Action<unknown> };
type EntryActionsProps = { shown: ShownEntry; incidentId: string; actions: EntryCommands; offset: string };

/** What may be said of an entry; itself it never changes. */
export function EntryActions({ shown, incidentId, actions, offset }: EntryActionsProps) {
  const { entry, text, pinned } = shown;
  const entryId = entry.id;
  const which = <span className="sr-only"> the entry of {offset}</span>;
  return (
    <span data-no-print="" className="flex">
      <CommandButton
        size="sm"
        variant="ghost"
        action={actions.pin}
        input={{ incidentId, entryId, pinned: !pinned }}
        done={pinned ? "Unpinned" : "Pinned"}
      >
        <span>
          {pinned ? "Unpin" : "Pin"}
          {which}
        </span>
      </CommandButton>
      {isTyped(entry.kind) && (
        <CommandDialog
          trigger={
            <Button size="sm" variant="ghost">
              <span>Correct…{which}</span>
            </Button>
          }
          title="Correct this entry"
          description="What it said before stays to be read."
          action={actions.correct}
          fields={["text"]}
          input={(typed) => ({ incidentId, entryId, text: typed.get("text") })}
          submitLabel="Correct"
          pendingLabel="Correcting…"
          done="Corrected"
        >
          {(errorOf) => (
            <Field label="What holds" error={errorOf("text")} required>
              <Textarea name="text" rows={4} maxLength={5000} defaultValue={text} />
            </Field>
          )}
        </CommandDialog>
      )}
    </span>
  );
}
