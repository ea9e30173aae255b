"use client";

import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Action } from "@/lib/web/action";

/** `quarters`: those without a review, the running one first. */
export function OpenReviewDialog({ quarters, action }: { quarters: readonly string[]; action: Action<unknown> }) {
  return (
    <CommandDialog
      trigger={<Button>Open a review…</Button>}
      title="Open a review"
      description="When a quarter ends, its review is opened by itself. Open one here to prepare it, or for a quarter that was left out."
      action={action}
      fields={["quarter"]}
      input={(typed) => ({ quarter: typed.get("quarter") })}
      submitLabel="Open review"
      pendingLabel="Opening…"
      done="The review is open"
    >
      {(errorOf) => (
        <Field label="Quarter" hint="In UTC" error={errorOf("quarter")} required>
          <Select name="quarter">
            {quarters.map((quarter) => (
              <option key={quarter}>{quarter}</option>
            ))}
          </Select>
        </Field>
      )}
    </CommandDialog>
  );
}
