"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { ENTRY_FILTERS, type EntryFilter, entryFilter } from "./entry-filter";

const PART = "entries";
const WORDS = "find";

/** Browsers take an address only so often. */
const PAUSE_MS = 400;

type Filter = { part: EntryFilter | null; words: string; seek: (words: string) => void };

/** The reader's choice, which lives in the address: the page opens with it again. */
export function useTimelineFilter(): Filter {
  const parameters = useSearchParams();
  const [words, seek] = useState(parameters.get(WORDS) ?? "");
  useEffect(() => {
    const timer = setTimeout(() => choose(WORDS, words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return { part: entryFilter(parameters.get(PART)), words, seek };
}

/** Without asking the server: all entries are here. */
function choose(name: string, value: string): void {
  const address = new URL(window.location.href);
  if ((address.searchParams.get(name) ?? "") === value) return;
  if (value === "") address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(null, "", address);
}

export const showAllKinds = (): void => choose(PART, "");

export function TimelineFilter({ part, words, seek }: Filter) {
  const id = useId();
  return (
    <search aria-label="Timeline" data-no-print="" className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-32 gap-1 sm:max-w-56">
        <Label htmlFor={`${id}-part`}>Show</Label>
        <Select id={`${id}-part`} value={part ?? ""} onChange={(event) => choose(PART, event.target.value)}>
          <option value="">Everything</option>
          {Object.entries(ENTRY_FILTERS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <div className="grid min-w-0 flex-1 basis-32 gap-1 sm:max-w-60">
        <Label htmlFor={`${id}-words`}>Words or author</Label>
        <Input
          id={`${id}-words`}
          type="search"
          value={words}
          maxLength={200}
          onChange={(event) => seek(event.target.value)}
        />
      </div>
    </search>
  );
}
