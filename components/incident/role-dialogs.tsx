"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ResponseRole } from "@/lib/core/incident/model";
import type { Action } from "@/lib/web/action";
import { CommandDialog } from "./command-dialog";
import { ROLE_WORDS } from "./words";

type HandOverProps = {
  incidentId: string;
  role: ResponseRole;
  /** Null: nobody holds it, and somebody is to get it. */
  holder: { id: string; name: string } | null;
  people: readonly { id: string; name: string }[];
  action: Action<unknown>;
};

/** Gives a role to somebody else by name; whoever has it need not be the one who does so. */
export function HandOverDialog({ incidentId, role, holder, people, action }: HandOverProps) {
  const word = ROLE_WORDS[role];
  const doing = holder ? `Hand over: ${word}` : `Give to somebody: ${word}`;
  return (
    <CommandDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={doing}>
          {holder ? "Hand over…" : "Give…"}
        </Button>
      }
      title={doing}
      description={`${holder ? `${holder.name} has it now.` : "Nobody has it."} Who got it, and when, stays on the timeline.`}
      action={action}
      fields={["personId", "note"]}
      input={(typed) => ({ incidentId, role, personId: typed.get("personId"), note: typed.get("note") || undefined })}
      submitLabel={holder ? "Hand over" : "Give"}
      pendingLabel={holder ? "Handing over…" : "Giving…"}
      done={holder ? `${word} is handed over` : `${word} is given`}
    >
      {(errorOf) => (
        <>
          <Field label="To" error={errorOf("personId")} required>
            <Select name="personId" defaultValue="">
              <option value="" disabled>
                Choose a person
              </option>
              {people
                .filter(({ id }) => id !== holder?.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </Select>
          </Field>
          <Field label="What they have to know" error={errorOf("note")} required={false}>
            <Textarea name="note" rows={3} maxLength={2000} />
          </Field>
        </>
      )}
    </CommandDialog>
  );
}
