"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { bothValues } from "@/lib/core/incident/postmortem/conflict";
import type { TimelineLine } from "@/lib/core/incident/postmortem/model";
import { offsetText, readOffset } from "@/lib/core/incident/postmortem/offset";
import { RemoveButton } from "./remove-button";
import { useRowKeys } from "./use-row-keys";

type TimelineControlProps = {
  value: readonly TimelineLine[];
  /** What the incident's own timeline says now. */
  known: readonly TimelineLine[];
  onWrite: (value: TimelineLine[]) => void;
};

/** Lines with their offset from the beginning, as the template writes them. */
export function TimelineControl({ value, known, onWrite }: TimelineControlProps) {
  const rows = useRowKeys(value.length);
  const withKnown = bothValues([...value], [...known], () => "");
  return (
    <div className="grid gap-2">
      <ol className="grid gap-2">
        {value.map((line, index) => (
          <li key={rows.keyOf(index)} className="flex items-start gap-1">
            <OffsetInput
              number={index + 1}
              minutes={line.offsetMinutes}
              onWrite={(offsetMinutes) =>
                onWrite(value.map((each, at) => (at === index ? { ...each, offsetMinutes } : each)))
              }
            />
            <Textarea
              aria-label={`What happened, line ${index + 1}`}
              rows={1}
              className="min-h-8!"
              value={line.text}
              onChange={({ target }) =>
                onWrite(value.map((each, at) => (at === index ? { ...each, text: target.value } : each)))
              }
            />
            <RemoveButton
              what={`line ${index + 1}`}
              onRemove={() => {
                rows.remove(index);
                onWrite(value.filter((_, at) => at !== index));
              }}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onWrite([...value, { offsetMinutes: null, text: "" }])}>
          Add a line
        </Button>
        {withKnown.length > value.length && (
          <Button size="sm" onClick={() => onWrite(byOffset(withKnown))}>
            Add {withKnown.length - value.length} from the incident
          </Button>
        )}
      </div>
    </div>
  );
}

/** In the order in which things happened; lines without a time stay behind the one before them. */
function byOffset(lines: readonly TimelineLine[]): TimelineLine[] {
  let last = Number.NEGATIVE_INFINITY;
  const placed = lines.map((line, index) => {
    last = line.offsetMinutes ?? last;
    return { line, index, at: last };
  });
  return placed.sort((one, other) => one.at - other.at || one.index - other.index).map(({ line }) => line);
}

type OffsetInputProps = { number: number; minutes: number | null; onWrite: (minutes: number | null) => void };

/** Keeps what is typed until it is an offset such as 00:05, or empty. */
function OffsetInput({ number, minutes, onWrite }: OffsetInputProps) {
  const shown = minutes === null ? "" : offsetText(minutes);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const isWrong = readTyped(text) === undefined;
  return (
    <Input
      aria-label={`Offset of line ${number}, such as 00:05`}
      aria-invalid={isWrong || undefined}
      placeholder="00:05"
      className="w-20! shrink-0 font-mono tabular-nums"
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const read = readTyped(target.value);
        if (read !== undefined) onWrite(read);
      }}
      onBlur={() => setText(shown)}
    />
  );
}

/** Undefined: it is no offset (yet). */
function readTyped(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const read = readOffset(text.trim());
  return read && read.rest === "" ? read.minutes : undefined;
}
