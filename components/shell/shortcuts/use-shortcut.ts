"use client";

import { useEffect, useEffectEvent } from "react";
import type { Shortcut } from "./keys";
import { addShortcut } from "./registry";
import { useSingleKeys } from "./single-keys";

/**
 * Runs at these keys while the component is on the page, and is in the list of shortcuts. Returns whether it works, for
 * what names the key beside a button: single keys can be switched off.
 */
export function useShortcut({ keys, label, group }: Shortcut, run: () => void): boolean {
  const pressed = useEffectEvent(run);
  useEffect(() => addShortcut({ keys, label, group, run: () => pressed() }), [keys, label, group]);
  return useSingleKeys();
}
