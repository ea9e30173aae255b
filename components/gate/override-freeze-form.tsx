"use client";

import { CommandForm } from "@/components/form/command-form";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { exactTime } from "@/components/time/format";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { FreezeView } from "@/lib/registry/gate/freeze-view";
import type { Action } from "@/lib/web/action";

export type OverrideAction = Action<{ id: string; releaseId: string; expiresAt: string }>;
export type OverrideFreezeProps = {
  releaseId: string;
  freeze: Pick<FreezeView, "calendarId" | "name" | "endsAt">;
  now: string;
  action: OverrideAction;
};

const minuteOf = (at: string) => at.slice(0, 16);

export default function OverrideForm({
  releaseId,
  freeze,
  now,
  action,
  close,
}: OverrideFreezeProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason", "expiresAt", "password"],
    input: (typed) => ({
      releaseId,
      calendarId: freeze.calendarId,
      reason: typed.get("reason"),
      expiresAt: utcFrom(String(typed.get("expiresAt") ?? "")) || undefined,
      password: typed.get("password"),
    }),
    done({ expiresAt }) {
      close();
      toast.success(`${freeze.name} is overridden until ${exactTime(expiresAt)}`);
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Override freeze" pendingLabel="Signing …" onCancel={close}>
      <Field label="Reason" hint="Why it must roll out now" error={errorOf("reason")} required>
        <Textarea name="reason" rows={3} maxLength={5000} />
      </Field>
      <Field
        label="Until, in UTC"
        hint={`Empty: until the freeze ends, ${exactTime(freeze.endsAt)}`}
        error={errorOf("expiresAt")}
        required={false}
      >
        <Input type="datetime-local" name="expiresAt" min={minuteOf(now)} max={minuteOf(freeze.endsAt)} />
      </Field>
      <StepUpField label="Password" hint="Signs the override as you" error={errorOf("password")} />
    </CommandForm>
  );
}
