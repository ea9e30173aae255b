"use client";

import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { lineDifference } from "@/lib/core/incident/postmortem/difference";
import { valueText } from "@/lib/core/incident/postmortem/value-text";
import { DifferenceView } from "./difference-view";
import type { Decision, Other, Value } from "./field-draft";

type ConflictViewProps = {
  name: string;
  other: Other;
  mine: Value;
  now: string;
  onDecide: (decision: Decision) => void;
};

/** Two people wrote the same field: both texts, what differs, and the choice. Nothing is sent until it is made. */
export function ConflictView({ name, other, mine, now, onDecide }: ConflictViewProps) {
  const [theirs, own] = [valueText(other.value), valueText(mine)];
  return (
    <section
      role="alert"
      aria-label={`Two texts of ${name}`}
      className="mt-2 grid gap-3 border-waiver-line border-l-4 bg-waiver-soft p-3"
    >
      <p>
        <strong>{other.by}</strong> has saved this field, <Instant at={other.at} now={now} style="exact" />, while you
        were writing. Yours is not saved yet.
      </p>
      <div className="grid gap-3 md:grid-cols-2">
        <TextBox title={`By ${other.by}`} text={theirs} />
        <TextBox title="Yours" text={own} />
      </div>
      <DifferenceView lines={lineDifference(theirs, own)} label="From theirs to yours" />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="primary" onClick={() => onDecide("both")}>
          Keep both
        </Button>
        <Button size="sm" onClick={() => onDecide("mine")}>
          Keep mine
        </Button>
        <Button size="sm" onClick={() => onDecide("theirs")}>
          Keep theirs
        </Button>
      </div>
      <p className="text-muted text-sm">Every saved text stays in the field's history.</p>
    </section>
  );
}

function TextBox({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <h4 className="font-medium text-sm">{title}</h4>
      <p className="whitespace-pre-line border bg-surface p-2 [overflow-wrap:anywhere]">{text || "(empty)"}</p>
    </div>
  );
}
