"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { WEEKDAY_NAMES } from "@/lib/core/readiness/weekday";
import type { ScheduleView } from "@/lib/registry/report/schedule-view";
import type { Action } from "@/lib/web/action";

type ScheduleFormProps = {
  schedule: Pick<ScheduleView, "enabled" | "weekday" | "hour" | "timeZone">;
  /** Names of the IANA database. */
  timeZones: readonly string[];
  action: Action<unknown>;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether and when the weekly report goes out. */
export function ScheduleForm({ schedule, timeZones, action }: ScheduleFormProps) {
  const command = useCommandForm({
    action,
    fields: ["weekday", "hour", "timeZone"],
    input: (typed) => ({
      enabled: typed.get("enabled") === "on",
      weekday: Number(typed.get("weekday")),
      hour: Number(typed.get("hour")),
      timeZone: typed.get("timeZone"),
    }),
    done: () => toast.success("The schedule is saved"),
  });
  return (
    <CommandForm command={command} submitLabel="Save schedule" pendingLabel="Saving…">
      <CheckboxField
        name="enabled"
        label="Send the report of the last week every week"
        hint="To product owners, the change board and admins, each as they chose, and to channels that subscribe to it."
        defaultChecked={schedule.enabled}
      />
      <div className="grid max-w-2xl gap-4 sm:grid-cols-3">
        <Field label="On" error={command.errorOf("weekday")}>
          <Select name="weekday" defaultValue={String(schedule.weekday)}>
            {WEEKDAY_NAMES.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="At" error={command.errorOf("hour")}>
          <Select name="hour" defaultValue={String(schedule.hour)}>
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {String(hour).padStart(2, "0")}:00
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Report’s time zone"
          hint="It follows its summer and winter time."
          error={command.errorOf("timeZone")}
        >
          <Select name="timeZone" defaultValue={schedule.timeZone}>
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
