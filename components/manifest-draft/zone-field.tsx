"use client";

import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A time zone by its name, with all that the browser knows to choose from. UTC until somebody says otherwise. */
export function ZoneField({ error }: { error: string[] }) {
  const listId = useId();
  const [zones, setZones] = useState<string[]>([]);
  return (
    <>
      <Field label="Time zone" hint="Of both times, such as Europe/Berlin." error={error} required>
        <Input
          name="window_zone"
          defaultValue="UTC"
          list={listId}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => setZones(["UTC", ...Intl.supportedValuesOf("timeZone")])}
        />
      </Field>
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
