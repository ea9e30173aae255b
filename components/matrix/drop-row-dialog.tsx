"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { exactTime } from "@/components/time/format";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { RowView } from "@/lib/registry/environment/matrix-queries";
import type { Action } from "@/lib/web/action";

type RowDialogProps = { row: RowView; action: Action<unknown> };

/** Ends a service's own row: the environment's holds for it again. */
export function DropRowDialog(props: RowDialogProps) {
  const what = `${props.row.service} in ${props.row.environment}`;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`End the roles of ${what}`}>
          End
        </Button>
      }
      title={`End the roles of ${what}?`}
      description={`The roles of ${props.row.environment} sign for it again.`}
    >
      {(close) => <DropRowForm {...props} close={close} />}
    </FormDialog>
  );
}

function DropRowForm({ row, action, close }: RowDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["from"],
    input: (typed) => ({
      environmentId: row.environmentId,
      serviceId: row.serviceId,
      from: utcFrom(String(typed.get("from") ?? "")) || undefined,
    }),
    done() {
      toast.success(`${row.service} has no roles of its own from then on`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="End them" pendingLabel="Ending…" tone="danger" onCancel={close}>
      <Field label="From (UTC)" hint="Leave it empty to act at once." error={command.errorOf("from")} required={false}>
        <Input type="datetime-local" name="from" />
      </Field>
    </CommandForm>
  );
}

/** Calls off what is planned for an instant. */
export function CallOffDialog({ row, at, action }: RowDialogProps & { at: string }) {
  const what = row.service ? `${row.service} in ${row.environment}` : row.environment;
  const { environmentId, serviceId } = row;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Call off the change of ${what} from ${exactTime(at)}`}>
          Call off
        </Button>
      }
      title={`Call off the change of ${what}?`}
      description={`Nothing changes at ${exactTime(at)}; that it was planned stays on record.`}
      confirmLabel="Call it off"
      cancelLabel="Keep it"
      tone="danger"
      action={() => action({ environmentId, serviceId: serviceId ?? undefined, at })}
    />
  );
}
