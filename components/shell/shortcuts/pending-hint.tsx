"use client";

import { useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd";
import { followers } from "./keys";
import { noShortcuts, shortcuts } from "./registry";

/** While the second key of a sequence is waited for: which keys there are. */
export function PendingHint({ pending }: { pending: string }) {
  const all = useSyncExternalStore(shortcuts.follow, shortcuts.get, noShortcuts);
  const next = pending ? followers(pending, all) : [];
  return (
    <div
      role="status"
      data-no-print=""
      className="pointer-events-none fixed inset-x-3 bottom-4 z-40 flex justify-center empty:hidden"
    >
      {next.length > 0 && (
        <div className="max-w-2xl rounded-lg border bg-surface px-4 py-3 shadow-raised">
          <p className="text-sm">
            <Kbd>{pending}</Kbd> then
          </p>
          <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
            {next.map(({ keys, next: key, label }) => (
              <li key={keys} className="inline-flex items-center gap-1.5 text-sm">
                <Kbd>{key}</Kbd>
                {label}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
