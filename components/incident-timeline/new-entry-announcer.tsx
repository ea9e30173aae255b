"use client";

import { useEffect, useRef, useState } from "react";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { isReferring } from "@/lib/core/incident/timeline";

type NewEntryAnnouncerProps = { entries: readonly TimelineEntry[]; readerId: string };

/** Says aloud what others write, and nothing of what was there on arrival. */
export function NewEntryAnnouncer({ entries, readerId }: NewEntryAnnouncerProps) {
  const [text, setText] = useState("");
  const last = entries.at(-1);
  const known = useRef(last?.sequence ?? 0);
  useEffect(() => {
    if (!last || last.sequence <= known.current) return;
    known.current = last.sequence;
    if (last.by.id !== readerId && !isReferring(last.kind)) setText(`${last.by.name}: ${last.text}`);
  }, [last, readerId]);
  return (
    <p className="sr-only" aria-live="polite" role="log">
      {text}
    </p>
  );
}
