"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { WaiverDetail } from "@/lib/registry/waiver/detail";
import type { Action } from "@/lib/web/action";

type Extended = Pick<
  WaiverDetail,
  "id" | "serviceId" | "release" | "checkId" | "finding" | "justification" | "mitigation" | "maxDays"
>;
type ExtendProps = { waiver: Extended; action: Action<{ id: string }> };

export function ExtendDialog(props: ExtendProps) {
  return (
    <FormDialog
      trigger={<Button>Extend</Button>}
      title="Extend this waiver"
      description="Extending grants a new waiver in your name that replaces this one."
    >
      {(close) => <ExtendForm {...props} close={close} />}
    </FormDialog>
  );
}

const FIELDS = ["expiresAt", "justification", "mitigation", "password"];

function ExtendForm({ waiver, action, close }: ExtendProps & { close: () => void }) {
  const router = useRouter();
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      scope: waiver.release ? { releaseId: waiver.release.id } : { serviceId: waiver.serviceId },
      checkId: waiver.checkId,
      ...(waiver.finding ? { finding: waiver.finding } : {}),
      justification: typed.get("justification"),
      mitigation: typed.get("mitigation"),
      expiresAt: utcFrom(String(typed.get("expiresAt") ?? "")),
      supersedesId: waiver.id,
      password: typed.get("password"),
    }),
    done({ id }) {
      toast.success("The waiver is extended");
      router.push(`/waivers/${id}`);
    },
  });
  const { errorOf } = command;
  const limit =
    waiver.maxDays === null ? undefined : `At most ${waiver.maxDays} days from now, by the policy in force.`;
  return (
    <CommandForm command={command} submitLabel="Grant extension" pendingLabel="Granting…" onCancel={close}>
      <Field label="New expiry (UTC)" hint={limit} error={errorOf("expiresAt")} required>
        <Input type="datetime-local" name="expiresAt" />
      </Field>
      <Field label="Justification" error={errorOf("justification")} required>
        <Textarea name="justification" defaultValue={waiver.justification} />
      </Field>
      <Field label="Mitigation" error={errorOf("mitigation")} required>
        <Textarea name="mitigation" defaultValue={waiver.mitigation} />
      </Field>
      <Field label="Your password" hint="Granting is signed with it." error={errorOf("password")} required>
        <Input type="password" name="password" autoComplete="current-password" />
      </Field>
    </CommandForm>
  );
}
