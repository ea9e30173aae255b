"use client";

import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ContentField, FollowUp, TimelineLine } from "@/lib/core/incident/postmortem/model";
import type { Value } from "./field-draft";
import { FollowUpsControl } from "./follow-ups-control";
import { ListControl } from "./list-control";
import { TimelineControl } from "./timeline-control";

/** What the page knows that a field can be filled from. */
export type Known = { people: readonly string[]; timeline: readonly TimelineLine[]; dueOn: string };

type FieldControlProps = {
  field: ContentField;
  name: string;
  value: Value;
  known: Known;
  onWrite: (value: Value) => void;
};

/** The control that fits what a field holds. */
export function FieldControl({ field, name, value, known, onWrite }: FieldControlProps) {
  if (field === "timeline") {
    return <TimelineControl value={value as TimelineLine[]} known={known.timeline} onWrite={onWrite} />;
  }
  if (field === "followUps") {
    return <FollowUpsControl value={value as FollowUp[]} people={known.people} dueOn={known.dueOn} onWrite={onWrite} />;
  }
  if (typeof value !== "string") return <ListControl name={name} value={value as string[]} onWrite={onWrite} />;
  if (field === "commander") {
    return (
      <Input
        aria-label={name}
        className="sm:max-w-80"
        maxLength={300}
        value={value}
        onChange={({ target }) => onWrite(target.value)}
      />
    );
  }
  return <Textarea aria-label={name} value={value} onChange={({ target }) => onWrite(target.value)} />;
}
