"use client";

import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { LeadField } from "./lead-field";
import type { PlanningChoices } from "./planning-choices";

export const SESSION_FIELDS = ["serviceId", "environmentId", "localTime", "zone", "leadId", "note"];

type SessionFieldsProps = {
  errorOf: (field: string) => string[];
  people: PlanningChoices["people"];
  session?: { localTime: string; zone: string; leadId: string | null; note: string | null };
};

/** When a session is, by whose clocks, and who leads it. A new one begins with the reader's own time zone. */
export function SessionFields({ errorOf, people, session }: SessionFieldsProps) {
  const zones = useId();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Date and time" error={errorOf("localTime")} required>
          <Input type="datetime-local" name="localTime" defaultValue={session?.localTime} />
        </Field>
        <Field label="Time zone" error={errorOf("zone")} required>
          <Input name="zone" list={zones} defaultValue={session?.zone ?? own} autoComplete="off" spellCheck={false} />
        </Field>
      </div>
      <datalist id={zones}>
        {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <LeadField people={people} error={errorOf("leadId")} value={session?.leadId} hint="Named in the calendar" />
      <Field label="Note" error={errorOf("note")} required={false}>
        <Textarea name="note" rows={2} maxLength={2000} defaultValue={session?.note ?? undefined} />
      </Field>
    </>
  );
}

/** What the commands take of these fields. */
export const sessionFrom = (typed: FormData) => ({
  // Some browsers add the seconds.
  localTime: String(typed.get("localTime") ?? "").slice(0, 16),
  zone: String(typed.get("zone") ?? "").trim(),
  leadId: String(typed.get("leadId") ?? "") || null,
  note: String(typed.get("note") ?? ""),
});
