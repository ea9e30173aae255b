import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { wallFieldAt } from "@/lib/core/calendar/wall";
import type { CalendarView } from "@/lib/registry/calendar/view";

type ValidityFieldsProps = { entry: CalendarView | undefined; now: string; errorOf: (field: string) => string[] };

/** From when to when the entry applies at all, on the wall clock of its zone. */
export function ValidityFields({ entry, now, errorOf }: ValidityFieldsProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Valid from" hint="Empty: from now on" error={errorOf("validFrom")} required={false}>
        <Input type="datetime-local" name="validFrom" defaultValue={fieldOf(entry, entry?.validFrom, now)} />
      </Field>
      <Field label="Valid until" hint="Empty: until it is ended" error={errorOf("validUntil")} required={false}>
        <Input type="datetime-local" name="validUntil" defaultValue={fieldOf(entry, entry?.validUntil, now)} />
      </Field>
    </div>
  );
}

/** What lies in the past is over: the changed entry is valid from now on. */
function fieldOf(entry: CalendarView | undefined, at: string | null | undefined, now: string): string | undefined {
  if (!entry || !at || at <= now || entry.inForce === null) return undefined;
  return wallFieldAt(new Date(at), entry.timeZone);
}
