"use client";

import { useRouter } from "next/navigation";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { exactTime } from "@/components/time/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { RequestDetail } from "@/lib/registry/waiver/request-detail";
import type { Action } from "@/lib/web/action";
import { endOfDay } from "./last-day";
import { FindingField, LastDayField, PasswordField, ReasonFields } from "./waiver-fields";

type Granted = Pick<
  RequestDetail,
  | "id"
  | "serviceId"
  | "release"
  | "checkId"
  | "finding"
  | "findings"
  | "expiresAt"
  | "justification"
  | "mitigation"
  | "now"
>;
type GrantProps = { request: Granted; action: Action<{ id: string }> };

/** Grants what was asked, or less of it. */
export function GrantRequestDialog(props: GrantProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Grant waiver</Button>}
      title="Grant this waiver"
      description={`Asked until ${exactTime(props.request.expiresAt)}. It can be narrowed and shortened here; whoever asked is told.`}
    >
      {(close) => <GrantForm {...props} close={close} />}
    </FormDialog>
  );
}

const GRANT_FIELDS = ["finding", "justification", "mitigation", "expiresAt", "password"];

function GrantForm({ request, action, close }: GrantProps & { close: () => void }) {
  const router = useRouter();
  const { expiresAt: asked } = request;
  const command = useCommandForm({
    action,
    fields: GRANT_FIELDS,
    input: (typed) => ({
      scope: request.release ? { releaseId: request.release.id } : { serviceId: request.serviceId },
      checkId: request.checkId,
      finding: request.finding ?? (String(typed.get("finding") ?? "") || undefined),
      justification: typed.get("justification"),
      mitigation: typed.get("mitigation"),
      expiresAt: endOfDay(String(typed.get("expiresAt")), asked),
      requestId: request.id,
      password: typed.get("password"),
    }),
    done({ id }) {
      toast.success("The waiver is granted");
      router.push(`/waivers/${id}`);
    },
  });
  const { errorOf } = command;
  const last = asked.slice(0, 10);
  return (
    <CommandForm command={command} submitLabel="Sign waiver" pendingLabel="Signing …" onCancel={close}>
      <FindingField findings={request.findings} wholeCovers error={errorOf("finding")} />
      <ReasonFields errorOf={errorOf} justification={request.justification} mitigation={request.mitigation} />
      <LastDayField
        now={request.now}
        last={last}
        chosen={last}
        hint={`At most as asked, ${exactTime(asked)}`}
        error={errorOf("expiresAt")}
      />
      <PasswordField hint="Signs the waiver as you" error={errorOf("password")} />
    </CommandForm>
  );
}

type EndProps = { requestId: string; action: Action<unknown> };

export function DenyDialog(props: EndProps) {
  return (
    <FormDialog
      trigger={<Button variant="danger">Deny</Button>}
      title="Deny this waiver?"
      description="Whoever asked is told the reason. They can ask again."
    >
      {(close) => <EndForm {...props} close={close} submitLabel="Deny waiver" told="The waiver is denied" required />}
    </FormDialog>
  );
}

export function WithdrawDialog(props: EndProps) {
  return (
    <FormDialog
      trigger={<Button>Withdraw request</Button>}
      title="Withdraw your request?"
      description="It then waits for nobody's decision. You can ask again."
    >
      {(close) => (
        <EndForm
          {...props}
          close={close}
          submitLabel="Withdraw request"
          told="The request is withdrawn"
          required={false}
        />
      )}
    </FormDialog>
  );
}

type EndFormProps = EndProps & { close: () => void; submitLabel: string; told: string; required: boolean };

function EndForm({ requestId, action, close, submitLabel, told, required }: EndFormProps) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ requestId, reason: String(typed.get("reason") ?? "") }),
    done() {
      toast.success(told);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel={submitLabel} pendingLabel="Saving …" tone="danger" onCancel={close}>
      <Field label="Reason" error={command.errorOf("reason")} required={required}>
        <Textarea name="reason" rows={3} maxLength={5000} />
      </Field>
    </CommandForm>
  );
}
