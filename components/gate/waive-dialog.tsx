"use client";

import { toast } from "sonner";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { exactTime } from "@/components/time/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import type { Action } from "@/lib/web/action";

const DAY_MS = 86_400_000;
const FIELDS = ["finding", "justification", "mitigation", "expiresAt", "password"] as const;

export type WaiveAction = Action<{ id: string; releaseId: string | null; expiresAt: string }>;
type WaiveDialogProps = {
  releaseId: string;
  check: OpenFindings;
  maxDays: number;
  now: string;
  action: WaiveAction;
};

/** Asks for everything that a waiver of one failing check needs, and signs it with the password. */
export function WaiveDialog(props: WaiveDialogProps) {
  const { check, maxDays } = props;
  return (
    <FormDialog
      title={`Waive: ${check.title}`}
      description={`A waiver is a signed, expiring acceptance of this failing check for this release. It lasts at most ${maxDays} days.`}
      trigger={
        <Button size="sm" className="justify-self-start">
          Waive …
        </Button>
      }
    >
      {(close) => <WaiveForm {...props} close={close} />}
    </FormDialog>
  );
}

/** The day that lies `days` after `now`, as a date field writes it. */
const dayAfter = (now: string, days: number) => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

function WaiveForm({ releaseId, check, maxDays, now, action, close }: WaiveDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      scope: { releaseId },
      checkId: check.checkId,
      finding: String(typed.get("finding") ?? "") || undefined,
      justification: typed.get("justification"),
      mitigation: typed.get("mitigation"),
      expiresAt: `${typed.get("expiresAt")}T23:59:59Z`,
      password: typed.get("password"),
    }),
    done: ({ expiresAt }) => {
      close();
      toast.success(`${check.title} is waived until ${exactTime(expiresAt)}`);
    },
  });
  return (
    <CommandForm command={command} submitLabel="Sign waiver" pendingLabel="Signing …" onCancel={close}>
      {check.findings.length > 0 && <FindingField check={check} error={command.errorOf("finding")} />}
      <Field label="Justification" hint="Why this may be accepted" error={command.errorOf("justification")} required>
        <Textarea name="justification" rows={3} maxLength={5000} />
      </Field>
      <Field label="Mitigation" hint="How the risk is kept small" error={command.errorOf("mitigation")} required>
        <Textarea name="mitigation" rows={3} maxLength={5000} />
      </Field>
      <Field label="Last day" hint="Expires at 23:59:59 UTC on this day" error={command.errorOf("expiresAt")} required>
        <Input
          type="date"
          name="expiresAt"
          min={dayAfter(now, 0)}
          max={dayAfter(now, maxDays - 1)}
          defaultValue={dayAfter(now, Math.min(7, maxDays - 1))}
        />
      </Field>
      <Field label="Password" hint="Signs the waiver as you" error={command.errorOf("password")} required>
        <Input type="password" name="password" autoComplete="current-password" />
      </Field>
    </CommandForm>
  );
}

function FindingField({ check, error }: { check: OpenFindings; error: string[] }) {
  const hint = check.wholeCovers ? undefined : "Each finding needs a waiver of its own";
  return (
    <Field label="Finding" hint={hint} error={error}>
      <Select name="finding">
        {check.wholeCovers && <option value="">The whole check</option>}
        {check.findings.map((finding) => (
          <option key={finding} value={finding}>
            {finding}
          </option>
        ))}
      </Select>
    </Field>
  );
}
