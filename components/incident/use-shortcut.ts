"use client";

import { useEffect, useEffectEvent } from "react";

/** Runs at one key anywhere on the page, unless somebody is typing, a menu or dialog is open, or the key is combined. */
export function useShortcut(key: string, run: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTaken(event.target)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, []);
}

/** Keys belong to the field that has the focus, and to whatever lies over the page. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
