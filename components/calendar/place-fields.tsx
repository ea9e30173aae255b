import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { CalendarPlaces } from "@/lib/registry/calendar/queries";
import type { CalendarView } from "@/lib/registry/calendar/view";

type PlaceFieldsProps = {
  kind: CalendarView["kind"];
  entry: CalendarView | undefined;
  places: CalendarPlaces;
  errorOf: (field: string) => string[];
};

/** What the entry is called, why it is there, and for what. */
export function PlaceFields({ kind, entry, places, errorOf }: PlaceFieldsProps) {
  return (
    <>
      <Field label="Name" error={errorOf("name")} required>
        <Input name="name" autoComplete="off" maxLength={200} defaultValue={entry?.name} />
      </Field>
      <Field label="Reason" hint="Shown to those whom it holds up" error={errorOf("reason")} required>
        <Textarea name="reason" rows={2} maxLength={2000} defaultValue={entry?.reason} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Environment" error={errorOf("environmentId")}>
          <Select name="environmentId" defaultValue={entry?.environmentId ?? ""}>
            <option value="">Every production environment</option>
            <Options of={places.environments} />
          </Select>
        </Field>
        <Field
          label="Service"
          hint={kind === "window" ? "A service's own windows replace those of every service" : undefined}
          error={errorOf("serviceId")}
        >
          <Select name="serviceId" defaultValue={entry?.serviceId ?? ""}>
            <option value="">Every service</option>
            <Options of={places.services} />
          </Select>
        </Field>
      </div>
    </>
  );
}

function Options({ of }: { of: CalendarPlaces["services"] }) {
  return of.map(({ id, slug }) => (
    <option key={id} value={id}>
      {slug}
    </option>
  ));
}
