"use client";

import type { ReactElement } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { toast } from "@/components/ui/toast";
import type { CalendarPlaces } from "@/lib/registry/calendar/queries";
import type { CalendarView } from "@/lib/registry/calendar/view";
import { type EntryAction, EntryForm } from "./entry-form";
import { KIND_WORDS } from "./words";

type Common = { places: CalendarPlaces; now: string; action: EntryAction; trigger: ReactElement };

const DESCRIPTIONS = {
  window: "Where there are rollout windows, production is entered in one of them only, besides the manifest's own.",
  freeze: "While it is in force nothing enters production, unless somebody who may overrides it for a release.",
};

/** Adds a window or a freeze. */
export function AddEntryDialog({ kind, trigger, ...rest }: Common & { kind: CalendarView["kind"] }) {
  const word = KIND_WORDS[kind].toLowerCase();
  return (
    <FormDialog trigger={trigger} title={`Add a ${word}`} description={DESCRIPTIONS[kind]} size="lg">
      {(close) => (
        <EntryForm
          {...rest}
          kind={kind}
          submitLabel={`Add ${word}`}
          close={close}
          input={(draft) => draft}
          done={(name) => toast.success(`${name} is added`)}
        />
      )}
    </FormDialog>
  );
}

/** Ends an entry and puts another in its place. */
export function ChangeEntryDialog({ entry, trigger, ...rest }: Common & { entry: CalendarView }) {
  return (
    <FormDialog
      trigger={trigger}
      title={`Change ${entry.name}`}
      description="The entry ends now and this one takes its place. Overrides of it for single releases end with it."
      size="lg"
    >
      {(close) => (
        <EntryForm
          {...rest}
          kind={entry.kind}
          entry={entry}
          submitLabel="Save"
          close={close}
          input={(draft) => ({ ...draft, calendarId: entry.id })}
          done={(name) => toast.success(`${name} is changed`)}
        />
      )}
    </FormDialog>
  );
}
