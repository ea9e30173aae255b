"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { LONGEST_WINDOW_MINUTES, SHORTEST_WINDOW_MINUTES } from "@/lib/core/post-release/window";
import type { Action } from "@/lib/web/action";

type WindowMinutesProps = { environment: { id: string; slug: string }; minutes: number; action: Action<unknown> };

export function WindowMinutesDialog(props: WindowMinutesProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Change the verification window of ${props.environment.slug}`}>
          Change
        </Button>
      }
      title={`Verification window of ${props.environment.slug}`}
      description="For how long a release is watched after its rollout. Windows that are open keep their length."
    >
      {(close) => <MinutesForm {...props} close={close} />}
    </FormDialog>
  );
}

function MinutesForm({ environment, minutes, action, close }: WindowMinutesProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["minutes"],
    input: (typed) => ({ environmentId: environment.id, minutes: Number(typed.get("minutes")) }),
    done() {
      toast.success("The window is changed");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Save" onCancel={close}>
      <Field
        label="Minutes"
        hint={`${SHORTEST_WINDOW_MINUTES} to ${LONGEST_WINDOW_MINUTES}.`}
        error={command.errorOf("minutes")}
        required
      >
        <Input name="minutes" type="number" inputMode="numeric" defaultValue={minutes} />
      </Field>
    </CommandForm>
  );
}
