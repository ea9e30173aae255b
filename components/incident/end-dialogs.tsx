"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Action } from "@/lib/web/action";
import { CommandDialog } from "./command-dialog";

type EndProps = { incidentId: string; reference: string; action: Action<unknown> };
type ResolveProps = EndProps & { primary: boolean; consequence: string };

export function ResolveDialog({ incidentId, reference, primary, consequence, action }: ResolveProps) {
  return (
    <CommandDialog
      trigger={<Button variant={primary ? "primary" : "secondary"}>Resolve…</Button>}
      title={`Resolve ${reference}`}
      description={consequence}
      action={action}
      fields={["note"]}
      input={(typed) => ({ incidentId, note: typed.get("note") || undefined })}
      submitLabel="Resolve"
      pendingLabel="Resolving…"
      done={`${reference} is resolved`}
    >
      {(errorOf) => (
        <Field label="What resolved it" error={errorOf("note")} required={false}>
          <Textarea name="note" rows={3} maxLength={2000} />
        </Field>
      )}
    </CommandDialog>
  );
}

export function ReopenDialog({ incidentId, reference, action }: EndProps) {
  return (
    <CommandDialog
      trigger={<Button>Reopen…</Button>}
      title={`Reopen ${reference}`}
      description="It goes on as the same incident, with the same timeline."
      action={action}
      fields={["reason"]}
      input={(typed) => ({ incidentId, reason: typed.get("reason") })}
      submitLabel="Reopen"
      pendingLabel="Reopening…"
      done={`${reference} is open again`}
    >
      {(errorOf) => (
        <Field label="Why it is not over" error={errorOf("reason")} required>
          <Textarea name="reason" rows={3} maxLength={2000} />
        </Field>
      )}
    </CommandDialog>
  );
}

export function CloseDialog({ incidentId, reference, action }: EndProps) {
  return (
    <ConfirmDialog
      trigger={<Button>Close…</Button>}
      title={`Close ${reference}?`}
      description="Nothing about it is changed any more, and it cannot be reopened. Its action items go on."
      confirmLabel={`Close ${reference}`}
      action={() => action({ incidentId })}
    />
  );
}
