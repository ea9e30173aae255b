"use client";

import type { Unsent } from "@/components/live/outbox";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Status, type Tone } from "@/components/ui/status";

type UnsentListProps = { unsent: readonly Unsent[]; discard: (entryId: string) => void };

function standing({ refused, recorded, delayed }: Unsent): { tone: Tone; label: string } {
  if (refused !== undefined) return { tone: "no-go", label: "Refused" };
  if (recorded) return { tone: "go", label: "Recorded" };
  return delayed ? { tone: "waiver", label: "Not sent yet, trying again" } : { tone: "info", label: "Sending" };
}

/** What was typed here and does not stand on the timeline yet. */
export function UnsentList({ unsent, discard }: UnsentListProps) {
  if (unsent.length === 0) return null;
  return (
    <ul aria-label="Not on the timeline yet" className="mb-4 divide-y rounded-md border bg-sunken px-3">
      {unsent.map((item) => (
        <li key={item.entryId} className="flex flex-wrap items-start justify-between gap-x-3 py-2">
          <div className="min-w-0">
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{item.text}</p>
            {item.refused !== undefined && <p className="text-no-go text-sm">{item.refused}</p>}
          </div>
          <span className="flex items-center gap-2 text-sm">
            <Status {...standing(item)} size="sm" />
            {item.refused !== undefined && (
              <>
                <CopyButton text={item.text} label="the text" />
                <Button size="sm" variant="ghost" onClick={() => discard(item.entryId)}>
                  Discard
                </Button>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
