"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { CalendarView } from "@/lib/registry/calendar/view";
import type { EntryAction } from "./entry-form";

type EndDialogProps = { entry: Pick<CalendarView, "id" | "name" | "kind">; action: EntryAction };

const EFFECTS = {
  window: "Rollouts are held to it no more. It is kept in the records.",
  freeze: "Nothing is held up by it any more. It is kept in the records.",
};

export function EndDialog(props: EndDialogProps) {
  const { name, kind } = props.entry;
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`End ${name}`}>
          End
        </Button>
      }
      title={`End ${name} now?`}
      description={EFFECTS[kind]}
    >
      {(close) => <EndForm {...props} close={close} />}
    </FormDialog>
  );
}

function EndForm({ entry, action, close }: EndDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ calendarId: entry.id, reason: typed.get("reason") }),
    done() {
      toast.success(`${entry.name} has ended`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="End it now" pendingLabel="Ending…" tone="danger" onCancel={close}>
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={2} maxLength={2000} />
      </Field>
    </CommandForm>
  );
}
