"use client";

import type { ReactNode } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { PersonChoice } from "@/lib/registry/action-item/queries";
import type { Action } from "@/lib/web/action";
import { ChoosingProvider } from "./choosing";
import { ClosingFields } from "./closing-fields";
import { endOfChosenDay, OwnerFields, typedOwner } from "./owner-field";
import { PriorityField } from "./priority-field";

type BulkEditProps = { people: readonly PersonChoice[]; action: Action<{ changed: number }>; children: ReactNode };

/** A table whose chosen items are changed together: all of them, or none. */
export function BulkEdit({ people, action, children }: BulkEditProps) {
  return (
    <ChoosingProvider
      bar={(ids, clear) => (
        <>
          <FormDialog trigger={<Button>Change</Button>} title={`Change ${items(ids)}`}>
            {(close) => <ChangeForm ids={ids} people={people} action={action} clear={clear} close={close} />}
          </FormDialog>
          <FormDialog trigger={<Button>Close</Button>} title={`Close ${items(ids)}`}>
            {(close) => <CloseForm ids={ids} action={action} clear={clear} close={close} />}
          </FormDialog>
        </>
      )}
    >
      {children}
    </ChoosingProvider>
  );
}

const items = (ids: readonly string[]): string => (ids.length === 1 ? "1 action item" : `${ids.length} action items`);

type FormProps = { ids: string[]; action: BulkEditProps["action"]; clear: () => void; close: () => void };

function ChangeForm({ ids, people, action, clear, close }: FormProps & { people: readonly PersonChoice[] }) {
  const command = useCommandForm({
    action,
    fields: ["ownerId", "ownerName", "dueAt", "priority"],
    input: (typed) => ({
      actionItemIds: ids,
      ...typedOwner(typed),
      dueAt: typed.get("dueAt") ? endOfChosenDay(typed) : undefined,
      priority: typed.get("priority") || undefined,
    }),
    done({ changed }) {
      toast.success(changed === 1 ? "1 action item is changed" : `${changed} action items are changed`);
      clear();
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Change" pendingLabel="Changing…" onCancel={close}>
      <p className="text-muted">
        What you leave empty stays as it is. One that cannot be changed keeps all as they are.
      </p>
      <OwnerFields people={people} errorOf={errorOf} keepLabel="As it is, or the name" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Due" error={errorOf("dueAt")} required={false}>
          <Input type="date" name="dueAt" />
        </Field>
        <PriorityField errorOf={errorOf} keepLabel="As it is" />
      </div>
    </CommandForm>
  );
}

function CloseForm({ ids, action, clear, close }: FormProps) {
  const command = useCommandForm({
    action,
    // Its errors are at `close`: too short a note is the only one that can be typed.
    fields: ["close"],
    input: (typed) => ({ actionItemIds: ids, close: { state: typed.get("state"), note: typed.get("note") } }),
    done({ changed }) {
      toast.success(changed === 1 ? "1 action item is closed" : `${changed} action items are closed`);
      clear();
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Close items" pendingLabel="Closing…" onCancel={close}>
      <ClosingFields errorOf={(field) => (field === "note" ? command.errorOf("close") : [])} />
    </CommandForm>
  );
}
