"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";
import { rehearsalFrom } from "./rehearsal-from";

type Choice = { value: string; label: string };
type RecordFormProps = { action: Action<{ id: string }>; services: Choice[]; environments: Choice[] };

const FIELDS = [
  "service",
  "environment",
  "outcome",
  "started_at",
  "finished_at",
  "from_version",
  "to_version",
  "participants",
  "gaps",
  "evidence_url",
];

export function RecordForm({ action, services, environments }: RecordFormProps) {
  const router = useRouter();
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({ document: rehearsalFrom(typed) }),
    done({ id }) {
      toast.success("The rehearsal is recorded");
      router.push(`/rehearsals/${id}`);
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Record rehearsal" pendingLabel="Recording…">
      <Drill errorOf={errorOf} services={services} environments={environments} />
      <Field label="Participants" hint="One a line." error={errorOf("participants")} required>
        <Textarea name="participants" />
      </Field>
      <Field label="Gaps found" hint="One a line." error={errorOf("gaps")} required={false}>
        <Textarea name="gaps" />
      </Field>
      <Field label="Link to the evidence" error={errorOf("evidence_url")} required={false}>
        <Input type="url" name="evidence_url" placeholder="https://" autoComplete="off" />
      </Field>
    </CommandForm>
  );
}

type DrillProps = { errorOf: (field: string) => string[]; services: Choice[]; environments: Choice[] };

/** Where, when, which versions and how it ended. */
function Drill({ errorOf, services, environments }: DrillProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Service" error={errorOf("service")} required>
        <ChoiceSelect name="service" choices={services} />
      </Field>
      <Field label="Environment" error={errorOf("environment")} required>
        <ChoiceSelect name="environment" choices={environments} />
      </Field>
      <Field label="Started (UTC)" error={errorOf("started_at")} required>
        <Input type="datetime-local" name="started_at" step={1} />
      </Field>
      <Field label="Finished (UTC)" error={errorOf("finished_at")} required>
        <Input type="datetime-local" name="finished_at" step={1} />
      </Field>
      <Field label="Rolled back from version" error={errorOf("from_version")} required>
        <Input name="from_version" autoComplete="off" />
      </Field>
      <Field label="To version" error={errorOf("to_version")} required>
        <Input name="to_version" autoComplete="off" />
      </Field>
      <Field
        label="Outcome"
        hint="A failed one blocks releases until it is remediated."
        error={errorOf("outcome")}
        required
      >
        <ChoiceSelect name="outcome" choices={OUTCOMES} />
      </Field>
    </div>
  );
}

const OUTCOMES: Choice[] = [
  { value: "passed", label: "Passed" },
  { value: "failed", label: "Failed" },
  { value: "aborted", label: "Aborted" },
];

/** Nothing is chosen beforehand: an outcome that was not looked at must not be recorded. */
function ChoiceSelect({ choices, ...props }: ComponentProps<typeof Select> & { choices: Choice[] }) {
  return (
    <Select defaultValue="" {...props}>
      <option value="" disabled>
        Choose…
      </option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
