"use client";

import { useSyncExternalStore } from "react";
import { outsideState } from "./outside-state";

const KEPT_AS = "readiness-single-keys";
const OFF = "off";

const changes = outsideState(0);

/** Whether keys without Control or ⌘ do anything: on, unless this browser was told otherwise. */
function isOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== OFF;
  } catch {
    return true;
  }
}

function follow(changed: () => void): () => void {
  const stop = changes.follow(changed);
  // Another tab may switch them too.
  window.addEventListener("storage", changed);
  return () => {
    stop();
    window.removeEventListener("storage", changed);
  };
}

export const useSingleKeys = (): boolean => useSyncExternalStore(follow, isOn, () => true);

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, OFF);
  } catch {
    // A browser that keeps nothing keeps them on.
  }
  changes.set(changes.get() + 1);
}
