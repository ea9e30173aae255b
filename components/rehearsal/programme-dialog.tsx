"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ProgrammeView } from "@/lib/registry/rehearsal/programmes";
import type { Action } from "@/lib/web/action";
import { LeadField } from "./lead-field";
import type { PlanningChoices, PlanningPlace } from "./planning-choices";

export type ProgrammeDialogProps = {
  place: PlanningPlace;
  programme: ProgrammeView | null;
  /** The policy's age limit: no programme may ask for less. */
  maxAgeDays: number;
  people: PlanningChoices["people"];
  setAction: Action<unknown>;
  endAction: Action<unknown>;
};

/** Says how often a place is rehearsed, and who sees to it. */
export function ProgrammeDialog(props: ProgrammeDialogProps) {
  const { place, programme } = props;
  const where = `${place.service} in ${place.environment}`;
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="ghost" className="-ms-2.5">
          {programme ? "Programme …" : "Set programme …"}
          <span className="sr-only"> of {where}</span>
        </Button>
      }
      title="Rehearsal programme"
      description={`Of ${where}. Without one, a rehearsal is due when the last that passed is ${props.maxAgeDays} days old.`}
    >
      {(close) => (
        <>
          <ProgrammeForm {...props} close={close} />
          {programme && <EndProgramme programmeId={programme.id} action={props.endAction} />}
        </>
      )}
    </FormDialog>
  );
}

const FIELDS = ["cadence", "leadId"];

function ProgrammeForm(props: ProgrammeDialogProps & { close: () => void }) {
  const { place, programme, maxAgeDays, people, setAction, close } = props;
  const [kind, setKind] = useState(programme?.cadence.kind ?? "monthly");
  const command = useCommandForm({
    action: setAction,
    fields: FIELDS,
    input: (typed) => ({
      serviceId: place.serviceId,
      environmentId: place.environmentId,
      cadence:
        kind === "monthly"
          ? { kind, day: Number(typed.get("day")) }
          : { kind: "interval", days: Number(typed.get("days")) },
      leadId: String(typed.get("leadId") ?? "") || null,
    }),
    done() {
      toast.success("The programme is set");
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Set programme" pendingLabel="Saving …" onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="How often">
          <Select value={kind} onChange={(event) => setKind(event.target.value === "monthly" ? "monthly" : "interval")}>
            <option value="monthly">Each month</option>
            <option value="interval">After so many days</option>
          </Select>
        </Field>
        {kind === "monthly" ? (
          <Field label="By day" hint="31 is the last day of every month" error={errorOf("cadence")} required>
            <Input type="number" name="day" min={1} max={31} defaultValue={dayOf(programme)} />
          </Field>
        ) : (
          <Field label="Days" hint={`At most ${maxAgeDays}, by the policy`} error={errorOf("cadence")} required>
            <Input type="number" name="days" min={1} max={maxAgeDays} defaultValue={daysOf(programme)} />
          </Field>
        )}
      </div>
      <LeadField
        people={people}
        error={errorOf("leadId")}
        value={programme?.leadId}
        hint="Is reminded; without one, everybody who may plan is"
      />
    </CommandForm>
  );
}

const dayOf = (programme: ProgrammeView | null) =>
  programme?.cadence.kind === "monthly" ? programme.cadence.day : undefined;
const daysOf = (programme: ProgrammeView | null) =>
  programme?.cadence.kind === "interval" ? programme.cadence.days : undefined;

function EndProgramme({ programmeId, action }: { programmeId: string; action: Action<unknown> }) {
  return (
    <div className="mt-4 border-t pt-4">
      <ConfirmDialog
        trigger={<Button variant="danger">End this programme</Button>}
        title="End this programme?"
        description="From then on the policy's age limit alone says when a rehearsal is due."
        confirmLabel="End programme"
        tone="danger"
        action={async () => action({ programmeId })}
      />
    </div>
  );
}
