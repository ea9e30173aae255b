"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { RoleCheckboxes } from "@/components/settings/role-checkboxes";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { rolesWith } from "@/lib/core/access";
import { USUAL_OVERRIDERS } from "@/lib/core/calendar/plan";
import type { CalendarRule } from "@/lib/core/calendar/rule";
import type { CalendarPlaces } from "@/lib/registry/calendar/queries";
import type { CalendarView } from "@/lib/registry/calendar/view";
import type { Action } from "@/lib/web/action";
import { draftFrom } from "./draft-from";
import { PlaceFields } from "./place-fields";
import { Preview } from "./preview";
import { RuleFields } from "./rule-fields";
import { useTyped } from "./use-typed";
import { ValidityFields } from "./validity-fields";
import { ZoneList } from "./zone-list";

export type EntryAction = Action<{ id: string; name: string }>;
type EntryFormProps = {
  kind: CalendarView["kind"];
  /** What is being changed. */
  entry?: CalendarView;
  places: CalendarPlaces;
  now: string;
  action: EntryAction;
  input: (draft: Record<string, unknown>) => Record<string, unknown>;
  submitLabel: string;
  done: (name: string) => void;
  close: () => void;
};

const FIELDS = ["name", "reason", "environmentId", "serviceId", "timeZone", "validFrom", "validUntil", "overridableBy"];
const REPEATS: Record<CalendarRule["repeats"], string> = {
  weekly: "Every week",
  "monthly-day": "Every month, on a day",
  "monthly-weekday": "Every month, on a weekday",
  yearly: "Every year",
  once: "Once",
};

export function EntryForm({ kind, entry, places, now, action, input, submitLabel, done, close }: EntryFormProps) {
  const [repeats, setRepeats] = useState<CalendarRule["repeats"]>(entry?.rule.repeats ?? "weekly");
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => input(draftFrom(typed)),
    done({ name }) {
      done(name);
      close();
    },
  });
  const typed = useTyped(command.form.ref, repeats);
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel={submitLabel} pendingLabel="Saving…" onCancel={close}>
      <input type="hidden" name="kind" value={kind} />
      <PlaceFields kind={kind} entry={entry} places={places} errorOf={errorOf} />
      <Field label="Repeats" required>
        <Select name="repeats" value={repeats} onChange={(event) => setRepeats(repeatsOf(event.target.value))}>
          {Object.entries(REPEATS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <RuleFields repeats={repeats} rule={entry?.rule} />
      <TimeZoneField entry={entry} error={errorOf("timeZone")} />
      <Preview draft={typed ? draftFrom(typed) : {}} now={now} />
      <ValidityFields entry={entry} now={now} errorOf={errorOf} />
      {kind === "freeze" && (
        <RoleCheckboxes
          legend="May be overridden for a release by"
          hint="None: by nobody"
          roles={rolesWith("freeze:override")}
          held={entry?.overridableBy ?? USUAL_OVERRIDERS}
          error={errorOf("overridableBy")}
        />
      )}
    </CommandForm>
  );
}

function repeatsOf(value: string): CalendarRule["repeats"] {
  return (Object.keys(REPEATS) as CalendarRule["repeats"][]).find((each) => each === value) ?? "weekly";
}

function TimeZoneField({ entry, error }: { entry: CalendarView | undefined; error: string[] }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <Field label="Time zone" hint="Its wall clock counts, daylight saving included" error={error} required>
        <Input name="timeZone" list="time-zones" autoComplete="off" defaultValue={entry?.timeZone ?? own} />
      </Field>
      <ZoneList />
    </>
  );
}
