"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { IncidentSummary } from "@/lib/registry/incident/view";
import type { Action } from "@/lib/web/action";
import { CommandDialog } from "./command-dialog";

type Other = Pick<IncidentSummary, "id" | "reference" | "title" | "severity">;
type MergeProps = { incidentId: string; reference: string; others: readonly Other[]; action: Action<unknown> };

export function MergeDialog({ incidentId, reference, others, action }: MergeProps) {
  return (
    <CommandDialog
      trigger={<Button size="sm">Merge…</Button>}
      title={`Merge ${reference} into another incident`}
      description="It ends as a duplicate. The other one keeps the worse severity and all services of both, so no gate opens by it; what stands here stays readable from there."
      action={action}
      fields={["intoId", "note"]}
      input={(typed) => ({ incidentId, intoId: typed.get("intoId"), note: typed.get("note") || undefined })}
      submitLabel="Merge"
      pendingLabel="Merging…"
      tone="danger"
      done={`${reference} is merged`}
    >
      {(errorOf) => (
        <>
          <Field label="Into" error={errorOf("intoId")} required>
            <Select name="intoId" defaultValue="">
              <option value="" disabled>
                Choose an open incident
              </option>
              {others.map(({ id, reference: other, severity, title }) => (
                <option key={id} value={id}>
                  {other} · {SEVERITY_WORDS[severity]} · {title}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="How it is known to be the same" error={errorOf("note")} required={false}>
            <Textarea name="note" rows={2} maxLength={2000} />
          </Field>
        </>
      )}
    </CommandDialog>
  );
}
