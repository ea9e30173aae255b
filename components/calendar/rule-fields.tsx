import { CheckboxField } from "@/components/ui/checkbox";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type CalendarRule, WEEKDAYS } from "@/lib/core/calendar/rule";
import { DAY_NAMES, ORDINALS } from "@/lib/core/calendar/sentence";
import { YearlyFields } from "./yearly-fields";

/** The rule that is being changed, where it is of this kind. */
type Of<K extends CalendarRule["repeats"]> = Extract<CalendarRule, { repeats: K }> | undefined;

/** The fields of one kind of rule, filled in from `rule` where that is of the same kind. */
export function RuleFields({ repeats, rule }: { repeats: CalendarRule["repeats"]; rule?: CalendarRule }) {
  switch (repeats) {
    case "once":
      return <OnceFields rule={rule?.repeats === repeats ? rule : undefined} />;
    case "weekly":
      return <WeeklyFields rule={rule?.repeats === repeats ? rule : undefined} />;
    case "monthly-day":
      return <MonthlyDayFields rule={rule?.repeats === repeats ? rule : undefined} />;
    case "monthly-weekday":
      return <MonthlyWeekdayFields rule={rule?.repeats === repeats ? rule : undefined} />;
    case "yearly":
      return <YearlyFields rule={rule?.repeats === repeats ? rule : undefined} />;
  }
}

function OnceFields({ rule }: { rule: Of<"once"> }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="From" required>
        <Input type="datetime-local" name="start" defaultValue={rule?.start} />
      </Field>
      <Field label="To" required>
        <Input type="datetime-local" name="end" defaultValue={rule?.end} />
      </Field>
    </div>
  );
}

function WeeklyFields({ rule }: { rule: Of<"weekly"> }) {
  return (
    <>
      <Fieldset legend="Days on which it starts">
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
          {WEEKDAYS.map((day, index) => (
            <CheckboxField
              key={day}
              name="days"
              value={day}
              label={DAY_NAMES[index]}
              defaultChecked={rule?.days.includes(day)}
            />
          ))}
        </div>
      </Fieldset>
      <SpanFields rule={rule} most={6} />
    </>
  );
}

function MonthlyDayFields({ rule }: { rule: Of<"monthly-day"> }) {
  return (
    <>
      <Field label="Day of the month on which it starts" hint="In a month without this day: its last day" required>
        <Select name="day" defaultValue={rule?.day ?? 1}>
          {Array.from({ length: 31 }, (_, index) => index + 1).map((day) => (
            <option key={day} value={day}>
              {day}
            </option>
          ))}
          <option value="last">last day</option>
        </Select>
      </Field>
      <SpanFields rule={rule} most={27} />
    </>
  );
}

function MonthlyWeekdayFields({ rule }: { rule: Of<"monthly-weekday"> }) {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Which of the month" required>
          <Select name="nth" defaultValue={rule?.nth ?? 1}>
            {ORDINALS.map((word, index) => (
              <option key={word} value={index + 1}>
                {word}
              </option>
            ))}
            <option value="last">last</option>
          </Select>
        </Field>
        <Field label="Weekday" required>
          <Select name="weekday" defaultValue={rule?.weekday ?? "tue"}>
            {WEEKDAYS.map((day, index) => (
              <option key={day} value={day}>
                {DAY_NAMES[index]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <SpanFields rule={rule} most={27} />
    </>
  );
}

type Span = { from: string; to: string; plusDays?: number | undefined };

function SpanFields({ rule, most }: { rule: Span | undefined; most: number }) {
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label="Starts at" required>
        <Input type="time" name="from" defaultValue={rule?.from} />
      </Field>
      <Field label="Ends at" required>
        <Input type="time" name="to" defaultValue={rule?.to} />
      </Field>
      <Field label="Days later" hint="Empty: the same or next day" required={false}>
        <Input type="number" name="plusDays" min={0} max={most} defaultValue={rule?.plusDays} />
      </Field>
    </div>
  );
}
