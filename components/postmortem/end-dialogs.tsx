"use client";

import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Action } from "@/lib/web/action";

type EndProps = { incidentId: string; action: Action<unknown> };

export function CompleteDialog({ incidentId, action }: EndProps) {
  return (
    <CommandDialog
      trigger={<Button variant="primary">Complete…</Button>}
      title="Complete the postmortem"
      description="Its review is done. The published version is archived as incident.md and JSON, with what they hash to."
      action={action}
      fields={[]}
      input={() => ({ incidentId })}
      submitLabel="Complete and archive"
      pendingLabel="Archiving…"
      done="The postmortem is archived"
    >
      {() => null}
    </CommandDialog>
  );
}

export function AmendDialog({ incidentId, action }: EndProps) {
  return (
    <CommandDialog
      trigger={<Button>Amend…</Button>}
      title="Amend the postmortem"
      description="The published version stays as it is. You write the next one."
      action={action}
      fields={["reason"]}
      input={(typed) => ({ incidentId, reason: typed.get("reason") })}
      submitLabel="Write the next version"
      pendingLabel="Opening…"
      done="The next version is open"
    >
      {(errorOf) => (
        <Field label="Why" error={errorOf("reason")} required>
          <Textarea name="reason" rows={2} maxLength={2000} />
        </Field>
      )}
    </CommandDialog>
  );
}
