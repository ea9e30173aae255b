"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
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

type RequestProps = { releaseId: string; name: string; blockers: readonly string[]; action: Action<unknown> };

/** Asks to ship past the gate. It says first what that means, because it cannot be taken back once it is used. */
export function RequestBreakGlassDialog(props: RequestProps) {
  return (
    <FormDialog
      trigger={
        <Button variant="ghost" size="sm">
          Break glass…
        </Button>
      }
      title="Break the glass?"
      description={`${props.name} could then enter production once, past the gate, with exactly the artifacts of its manifest. A second person has to confirm it. It is shown as break-glass for ever, never as approved.`}
    >
      {(close) => <RequestForm {...props} close={close} />}
    </FormDialog>
  );
}

function RequestForm({ releaseId, blockers, action, close }: RequestProps & { close: () => void }) {
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
