"use client";

import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/field";
import type { Action } from "@/lib/web/action";

type Person = { id: string; name: string };
type RequestReviewProps = { incidentId: string; people: readonly Person[]; action: Action<unknown> };

export function RequestReviewDialog({ incidentId, people, action }: RequestReviewProps) {
  return (
    <CommandDialog
      trigger={<Button size="sm">Ask for a review…</Button>}
      title="Ask for a review"
      description="Each is told, and reminded until they answer or the review is completed."
      action={action}
      fields={["reviewerIds"]}
      input={(typed) => ({ incidentId, reviewerIds: typed.getAll("reviewerIds") })}
      submitLabel="Ask"
      pendingLabel="Asking…"
      done="The reviewers are told"
    >
      {(errorOf) => (
        <Fieldset legend="Reviewers" error={errorOf("reviewerIds").join(" ")}>
          <div className="grid max-h-72 gap-1 overflow-y-auto">
            {people.map(({ id, name }) => (
              <CheckboxField key={id} name="reviewerIds" value={id} label={name} />
            ))}
          </div>
        </Fieldset>
      )}
    </CommandDialog>
  );
}
