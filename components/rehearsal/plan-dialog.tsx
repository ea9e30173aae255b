"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";
import type { PlanningChoices, PlanningPlace } from "./planning-choices";
import { SESSION_FIELDS, SessionFields, sessionFrom } from "./session-fields";

type PlanDialogProps = {
  choices: PlanningChoices;
  /** Left out: the form asks for it. */
  place?: PlanningPlace;
  action: Action<{ id: string }>;
};

/** Plans a rehearsal of a service for a time. */
export function PlanDialog(props: PlanDialogProps) {
  const { place } = props;
  const where = place && `${place.service} in ${place.environment}`;
  return (
    <FormDialog
      trigger={
        place ? (
          <Button size="sm">
            Plan …<span className="sr-only"> a session of {where}</span>
          </Button>
        ) : (
          <Button>Plan a session</Button>
        )
      }
      title="Plan a rehearsal"
      description={where ? `Of ${where}.` : "It is on everybody's calendar. Recording the rehearsal marks it done."}
    >
      {(close) => <PlanForm {...props} close={close} />}
    </FormDialog>
  );
}

function PlanForm({ choices, place, action, close }: PlanDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: SESSION_FIELDS,
    input: (typed) => ({
      serviceId: place?.serviceId ?? typed.get("serviceId"),
      environmentId: place?.environmentId ?? typed.get("environmentId"),
      ...sessionFrom(typed),
    }),
    done() {
      toast.success("The session is planned");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Plan session" pendingLabel="Planning …" onCancel={close}>
      {!place && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice label="Service" name="serviceId" choices={choices.services} error={errorOf("serviceId")} />
          <Choice
            label="Environment"
            name="environmentId"
            choices={choices.environments}
            error={errorOf("environmentId")}
          />
        </div>
      )}
      <SessionFields errorOf={errorOf} people={choices.people} />
    </CommandForm>
  );
}

type ChoiceProps = { label: string; name: string; choices: { id: string; slug: string }[]; error: string[] };

function Choice({ label, name, choices, error }: ChoiceProps) {
  return (
    <Field label={label} error={error} required>
      <Select name={name} defaultValue="">
        <option value="" disabled>
          Choose…
        </option>
        {choices.map(({ id, slug }) => (
          <option key={id} value={id}>
            {slug}
          </option>
        ))}
      </Select>
    </Field>
  );
}
