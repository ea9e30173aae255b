"use client";

import { useId } from "react";
import { useZone } from "./zone";

/** Whether times are written in the reader's own zone or in UTC. */
export function ZoneSwitch() {
  const { isUtc, local, choose } = useZone();
  const name = useId();
  if (local === "UTC") return <p className="text-muted text-sm">Times are in UTC, the zone of your browser.</p>;
  return (
    <fieldset>
      <legend className="mb-1 text-muted text-xs">Times in</legend>
      {[
        { value: false, label: local.replaceAll("_", " ") },
        { value: true, label: "UTC" },
      ].map(({ value, label }) => (
        <label key={label} className="flex min-h-6 items-center gap-2">
          <input
            type="radio"
            name={name}
            checked={isUtc === value}
            onChange={() => choose(value)}
            className="accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
