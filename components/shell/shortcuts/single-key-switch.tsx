"use client";

import { CheckboxField } from "@/components/ui/checkbox";
import { switchSingleKeys, useSingleKeys } from "./single-keys";

/** For those whom a single key that does something gets in the way, as with speech input. */
export function SingleKeySwitch() {
  const isOn = useSingleKeys();
  return (
    <CheckboxField
      label="Single-key shortcuts"
      hint="Kept in this browser. Shortcuts with Control or ⌘ always work."
      checked={isOn}
      onChange={(event) => switchSingleKeys(event.target.checked)}
    />
  );
}
