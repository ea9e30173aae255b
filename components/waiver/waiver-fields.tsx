"use client";

import { StepUpField } from "@/components/form/step-up";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { dayAfter } from "./last-day";

type Narrowed = { findings: readonly string[]; wholeCovers: boolean };
type FindingFieldProps = Narrowed & { error: string[]; value?: string; onChoose?: (finding: string) => void };

/** What a waiver is narrowed to: one of the check's findings, or all of it. Nothing where there is no choice. */
export function FindingField({ findings, wholeCovers, error, value, onChoose }: FindingFieldProps) {
  if (findings.length === 0) return null;
  const hint = wholeCovers ? undefined : "Each finding needs a waiver of its own";
  return (
    <Field label="Narrowed to" hint={hint} error={error}>
      <Select name="finding" value={value} onChange={(event) => onChoose?.(event.target.value)}>
        {wholeCovers && <option value="">nothing: the whole check</option>}
        {findings.map((finding) => (
          <option key={finding} value={finding}>
            {finding}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type ReasonFieldsProps = {
  errorOf: (field: string) => string[];
  justification?: string;
  mitigation?: string;
};

export function ReasonFields({ errorOf, justification, mitigation }: ReasonFieldsProps) {
  return (
    <>
      <Field label="Justification" hint="Why this may be accepted" error={errorOf("justification")} required>
        <Textarea name="justification" rows={3} maxLength={5000} defaultValue={justification} />
      </Field>
      <Field label="Mitigation" hint="How the risk is kept small" error={errorOf("mitigation")} required>
        <Textarea name="mitigation" rows={3} maxLength={5000} defaultValue={mitigation} />
      </Field>
    </>
  );
}

type LastDayFieldProps = { now: string; error: string[]; last: string; chosen: string; hint?: string };

/** A date field from today until `last`, the latest day that is allowed. */
export function LastDayField({ now, error, last, chosen, hint }: LastDayFieldProps) {
  const text = hint ?? "Expires at 23:59:59 UTC on this day";
  return (
    <Field label="Last day" hint={text} error={error} required>
      <Input type="date" name="expiresAt" min={dayAfter(now, 0)} max={last} defaultValue={chosen} />
    </Field>
  );
}

export function PasswordField({ error, hint }: { error: string[]; hint: string }) {
  return <StepUpField label="Password" hint={hint} error={error} />;
}
