"use client";

import { CommandForm } from "@/components/form/command-form";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { BREAK_GLASS_REASON_LENGTH } from "@/lib/core/break-glass/request";
import type { Action } from "@/lib/web/action";

const FIELDS = ["reason", "minutes", "password"] as const;
const LIFETIMES = [
  { minutes: 30, label: "30 minutes" },
  { minutes: 60, label: "1 hour" },
  { minutes: 120, label: "2 hours" },
  { minutes: 240, label: "4 hours, the longest" },
];

export type RequestProps = { releaseId: string; name: string; blockers: readonly string[]; action: Action<unknown> };

export default function RequestForm({ releaseId, blockers, action, close }: RequestProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      releaseId,
      reason: typed.get("reason"),
      minutes: Number(typed.get("minutes")),
      password: typed.get("password"),
    }),
    done() {
      toast.success("Asked. Those who can confirm it are told.");
      close();
    },
  });
  return (
    <CommandForm
      command={command}
      submitLabel="Ask for break-glass"
      pendingLabel="Asking…"
      tone="danger"
      onCancel={close}
    >
      {blockers.length > 0 && (
        <div>
          <p className="font-medium">What the gate holds against it</p>
          <ul className="mt-1 list-disc pl-5 text-muted">
            {blockers.map((blocker) => (
              <li key={blocker}>{blocker}</li>
            ))}
          </ul>
        </div>
      )}
      <Field
        label="Why it cannot wait"
        hint={`At least ${BREAK_GLASS_REASON_LENGTH} characters; it stays on the release for ever`}
        error={command.errorOf("reason")}
        required
      >
        <Textarea name="reason" rows={3} />
      </Field>
      <Field label="Open for" hint="To be confirmed and used within" error={command.errorOf("minutes")} required>
        <Select name="minutes" defaultValue="60">
          {LIFETIMES.map(({ minutes, label }) => (
            <option key={minutes} value={minutes}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <StepUpField hint="Shows that it is you who asks." error={command.errorOf("password")} />
    </CommandForm>
  );
}
