"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LINK_KINDS } from "@/lib/core/incident/model";
import type { LinkChoice } from "@/lib/registry/incident/link-choices";
import type { Action } from "@/lib/web/action";
import { CommandDialog } from "./command-dialog";
import { linkFrom } from "./link-from";
import { LINK_WORDS } from "./words";

type LinkDialogProps = { incidentId: string; choices: readonly LinkChoice[]; action: Action<unknown> };

/** Links a record of the affected services by choosing it, and any other by its address. */
export function LinkDialog({ incidentId, choices, action }: LinkDialogProps) {
  const kinds = LINK_KINDS.filter((kind) => choices.some((choice) => choice.kind === kind));
  return (
    <CommandDialog
      trigger={<Button size="sm">Link…</Button>}
      title="Link a record or a page"
      description="Whoever opens the record sees this incident too."
      action={action}
      fields={["targetId", "url", "label"]}
      input={(typed) => ({ incidentId, ...typedLink(typed, choices), label: typed.get("label") || undefined })}
      submitLabel="Link"
      pendingLabel="Linking…"
      done="Linked"
    >
      {(errorOf) => (
        <>
          {kinds.length > 0 && (
            <Field label="Recent record" error={errorOf("targetId")}>
              <Select name="choice" defaultValue="">
                <option value="">None of these</option>
                {kinds.map((kind) => (
                  <optgroup key={kind} label={LINK_WORDS[kind]}>
                    {choices
                      .filter((choice) => choice.kind === kind)
                      .map(({ targetId, label }) => (
                        <option key={targetId} value={targetId}>
                          {LINK_WORDS[kind]}: {label}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </Select>
            </Field>
          )}
          <Field
            label={kinds.length > 0 ? "Or an address" : "Address"}
            hint="Of a release, scorecard, decision, waiver, rehearsal, deployment or incident here, or of any page"
            error={[...errorOf("url"), ...(kinds.length > 0 ? [] : errorOf("targetId"))]}
          >
            <Input name="address" autoComplete="off" placeholder="https://…" />
          </Field>
          <Field label="Name" hint="Left out: what it is called" error={errorOf("label")} required={false}>
            <Input name="label" maxLength={200} autoComplete="off" />
          </Field>
        </>
      )}
    </CommandDialog>
  );
}

function typedLink(typed: FormData, choices: readonly LinkChoice[]) {
  const chosen = choices.find(({ targetId }) => targetId === typed.get("choice"));
  if (chosen) return { kind: chosen.kind, targetId: chosen.targetId };
  return linkFrom(String(typed.get("address") ?? ""), window.location.origin);
}
