"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { DraftContent } from "@/lib/core/manifest/draft";
import type { Action } from "@/lib/web/action";
import { ArtifactRows, DeltaRows } from "./rows";
import { authorLines, completionFrom, utcField } from "./typed";
import { ZoneField } from "./zone-field";

export type CompleteAction = Action<{ revision: number; digest: string }>;
export type CompleteFormProps = { releaseId: string; draft: DraftContent; action: CompleteAction };
type Errors = { errorOf: (field: string) => string[] };

const FIELDS = [
  ...["authors", "artifacts", "configuration_deltas", "window_start", "window_end", "window_zone"],
  ...["rollback_summary", "rollback_steps", "rollback_target", "rollback_owner", "rollback_runbook"],
];

/** Asks for what the draft lacks, and puts the whole as the manifest's first revision. */
export default function CompleteForm({ releaseId, draft, action }: CompleteFormProps) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({ releaseId, ...completionFrom(typed) }),
    done: ({ revision }) => toast.success(`Revision ${revision} of the manifest is put`),
  });
  const { errorOf } = command;
  return (
    <div className="max-w-3xl">
      <CommandForm command={command} submitLabel="Put as revision 1" pendingLabel="Putting …">
        <Field
          label="Authors"
          hint="One a line, such as Dana Dev <dana@example.com>. They may not sign."
          error={errorOf("authors")}
          required
        >
          <Textarea name="authors" rows={2} defaultValue={authorLines(draft)} />
        </Field>
        <ArtifactRows initial={draft.artifacts} error={errorOf("artifacts")} />
        <DeltaRows error={errorOf("configuration_deltas")} />
        <WindowFields window={draft.rollout_window} errorOf={errorOf} />
        <RollbackFields plan={draft.rollback_plan} errorOf={errorOf} />
      </CommandForm>
    </div>
  );
}

function WindowFields({ window, errorOf }: Errors & { window: DraftContent["rollout_window"] }) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="Rollout window from" error={errorOf("window_start")} required>
        <Input type="datetime-local" name="window_start" defaultValue={utcField(window?.start)} />
      </Field>
      <Field label="Rollout window to" error={errorOf("window_end")} required>
        <Input type="datetime-local" name="window_end" defaultValue={utcField(window?.end)} />
      </Field>
      <ZoneField error={errorOf("window_zone")} />
    </div>
  );
}

function RollbackFields({ plan, errorOf }: Errors & { plan: DraftContent["rollback_plan"] }) {
  return (
    <>
      <Field label="Rollback plan" error={errorOf("rollback_summary")} required>
        <Input name="rollback_summary" defaultValue={plan?.summary} autoComplete="off" />
      </Field>
      <Field label="Its steps" hint="One a line." error={errorOf("rollback_steps")} required>
        <Textarea name="rollback_steps" rows={3} defaultValue={plan?.steps.join("\n")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Back to version" error={errorOf("rollback_target")} required>
          <Input name="rollback_target" defaultValue={plan?.target_version} autoComplete="off" />
        </Field>
        <Field label="Owner" error={errorOf("rollback_owner")} required>
          <Input name="rollback_owner" defaultValue={plan?.owner} autoComplete="off" />
        </Field>
        <Field label="Runbook" error={errorOf("rollback_runbook")} required={false}>
          <Input type="url" name="rollback_runbook" defaultValue={plan?.runbook} placeholder="https://" />
        </Field>
      </div>
    </>
  );
}
