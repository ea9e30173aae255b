"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { keepInTab, keptInTab } from "./kept-in-tab";
import { type Answer, Outbox, type Unsent } from "./outbox";

const NOTHING: readonly Unsent[] = [];

/** What one reader has typed for one timeline and the server has not taken yet. */
export function useOutbox(key: string, send: (item: Unsent) => Promise<Answer>) {
  const [outbox] = useState(() => new Outbox({ load: () => loaded(key), save: (items) => save(key, items) }, send));
  const unsent = useSyncExternalStore(outbox.subscribe, outbox.snapshot, () => NOTHING);
  useEffect(() => {
    outbox.start();
    return () => outbox.stop();
  }, [outbox]);
  return { outbox, unsent };
}

function loaded(key: string): Unsent[] {
  try {
    const kept: unknown = JSON.parse(keptInTab(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

function save(key: string, items: readonly Unsent[]): void {
  keepInTab(key, items.length > 0 ? JSON.stringify(items) : "");
}

/** Kept by this page, perhaps by an older one. */
function isUnsent(item: Partial<Record<keyof Unsent, unknown>> | null): item is Unsent {
  return [item?.entryId, item?.kind, item?.text, item?.at].every((part) => typeof part === "string");
}
