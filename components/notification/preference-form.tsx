"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { PreferenceView } from "@/lib/registry/notification/preferences";
import type { Action } from "@/lib/web/action";
import { PreferenceTable } from "./preference-table";

type PreferenceFormProps = {
  preferences: PreferenceView;
  /** Names of the IANA database. */
  timeZones: readonly string[];
  action: Action<unknown>;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How the reader is told by e-mail: kind by kind, and when the daily digest comes. */
export function PreferenceForm({ preferences, timeZones, action }: PreferenceFormProps) {
  const { kinds, digestHour, timeZone } = preferences;
  const command = useCommandForm({
    action,
    fields: ["digestHour", "timeZone"],
    input: (typed) => ({
      choices: Object.fromEntries(kinds.map(({ kind }) => [kind, typed.get(kind)])),
      digestHour: Number(typed.get("digestHour")),
      timeZone: typed.get("timeZone"),
    }),
    done: () => toast.success("Your choices are saved"),
  });
  return (
    <CommandForm command={command} submitLabel="Save" pendingLabel="Saving…">
      <PreferenceTable kinds={kinds} />
      <div className="mt-2 grid max-w-xl gap-4 sm:grid-cols-2">
        <Field label="Daily digest at" error={command.errorOf("digestHour")}>
          <Select name="digestHour" defaultValue={String(digestHour)}>
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {String(hour).padStart(2, "0")}:00
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Time zone"
          hint="The digest follows its summer and winter time."
          error={command.errorOf("timeZone")}
        >
          <Select name="timeZone" defaultValue={timeZone}>
            {timeZones.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </CommandForm>
  );
}
