"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Action } from "@/lib/web/action";
import { CommandDialog } from "./command-dialog";

type AttributeProps = {
  incidentId: string;
  releaseId: string;
  /** "payments 2026.7.1" */
  release: string;
  /** It stands as the cause now, and is to be cleared. */
  isCause: boolean;
  action: Action<unknown>;
};

/** Puts an incident down to a release, or takes that back. */
export function AttributeDialog({ incidentId, releaseId, release, isCause, action }: AttributeProps) {
  return (
    <CommandDialog
      trigger={
        <Button size="sm" variant="ghost">
          {isCause ? "Not the cause…" : "Set as cause…"}
          <span className="sr-only"> {release}</span>
        </Button>
      }
      title={isCause ? `${release} is not the cause` : `${release} is the cause`}
      description="It is counted in the change-failure rate, and can be changed as more is known."
      action={action}
      fields={["reason"]}
      input={(typed) => ({ incidentId, releaseId: isCause ? null : releaseId, reason: typed.get("reason") })}
      submitLabel={isCause ? "Clear the cause" : "Set as the cause"}
      pendingLabel="Saving…"
      done={isCause ? "The cause is cleared" : `${release} stands as the cause`}
    >
      {(errorOf) => (
        <Field label="How this is known" error={errorOf("reason")} required>
          <Textarea name="reason" rows={3} maxLength={2000} />
        </Field>
      )}
    </CommandDialog>
  );
}
