"use client";

import { StepUpField } from "@/components/form/step-up";
import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { dayAfter, endOfDay } from "@/components/waiver/last-day";
import { LONGEST_CARRY_OVER_DAYS } from "@/lib/core/review/carry-over";
import type { Action } from "@/lib/web/action";

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const FIELDS = ["newDueAt", "justification", "mitigation", "password"];

type CarryOverProps = {
  reviewId: string;
  item: { id: string; title: string; reference: string };
  /** It is carried over already: a new waiver replaces that one. */
  again: boolean;
  now: string;
  action: Action<unknown>;
};

/** A signed waiver by which the review passes an item over until a new date. */
export function CarryOverDialog({ reviewId, item, again, now, action }: CarryOverProps) {
  const latest = new Date(Date.parse(now) + LONGEST_CARRY_OVER_DAYS * DAY_MS).toISOString();
  return (
    <CommandDialog
      trigger={
        <Button size="sm" aria-label={`${again ? "Renew" : "Carry over"}… ${item.title}`}>
          {again ? "Renew…" : "Carry over…"}
        </Button>
      }
      title={`Carry over ${item.reference}`}
      description={`“${item.title}” gets the new date as its due date, and this review can be completed without it. It is a waiver in your name.`}
      action={action}
      fields={FIELDS}
      input={(typed) => ({
        reviewId,
        actionItemId: item.id,
        newDueAt: endOfDay(String(typed.get("newDueAt") ?? ""), latest),
        justification: typed.get("justification"),
        mitigation: typed.get("mitigation"),
        password: typed.get("password"),
      })}
      submitLabel="Sign the waiver"
      pendingLabel="Signing…"
      done="The item is carried over"
    >
      {(errorOf) => (
        <>
          <Field
            label="New due date"
            hint={`The end of the day in UTC, at most ${LONGEST_CARRY_OVER_DAYS} days ahead`}
            error={errorOf("newDueAt")}
            required
          >
            <Input
              type="date"
              name="newDueAt"
              min={dayAfter(now, 0)}
              max={latest.slice(0, 10)}
              defaultValue={dayAfter(now, USUAL_DAYS)}
            />
          </Field>
          <Field label="Justification" hint="Why it may wait" error={errorOf("justification")} required>
            <Textarea name="justification" rows={3} maxLength={5000} />
          </Field>
          <Field label="Mitigation" hint="What keeps the risk small until then" error={errorOf("mitigation")} required>
            <Textarea name="mitigation" rows={3} maxLength={5000} />
          </Field>
          <StepUpField hint="The waiver is signed with it." error={errorOf("password")} />
        </>
      )}
    </CommandDialog>
  );
}
