"use client";

import { useRouter } from "next/navigation";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { WaiverDetail } from "@/lib/registry/waiver/detail";
import type { Action } from "@/lib/web/action";
import { PasswordField } from "./waiver-fields";

type Extended = Pick<
  WaiverDetail,
  "id" | "serviceId" | "release" | "checkId" | "finding" | "justification" | "mitigation" | "maxDays"
>;
type ExtendProps = { waiver: Extended; action: Action<{ id: string }> };
type Mode = {
  title: string;
  description: string;
  trigger: string;
  submit: string;
  told: string;
  signs: boolean;
};

const GRANT: Mode = {
  trigger: "Extend",
  title: "Extend this waiver",
  description: "Extending grants a new waiver in your name that replaces this one.",
  submit: "Grant extension",
  told: "The waiver is extended",
  signs: true,
};
const REQUEST: Mode = {
  trigger: "Request extension",
  title: "Request an extension",
  description: "Whoever may grant it is told. This waiver stays as it is until a new one replaces it.",
  submit: "Request extension",
  told: "The extension is requested",
  signs: false,
};

/** For who may grant it: a new waiver that replaces this one. */
export const ExtendDialog = (props: ExtendProps) => <AnyDialog {...props} mode={GRANT} />;
/** For everybody else: the same, asked for. */
export const RequestExtensionDialog = (props: ExtendProps) => <AnyDialog {...props} mode={REQUEST} />;

type AnyProps = ExtendProps & { mode: Mode };

function AnyDialog(props: AnyProps) {
  const { trigger, title, description } = props.mode;
  return (
    <FormDialog trigger={<Button>{trigger}</Button>} title={title} description={description}>
      {(close) => <ExtendForm {...props} close={close} />}
    </FormDialog>
  );
}

const FIELDS = ["expiresAt", "justification", "mitigation", "password"];

function ExtendForm({ waiver, action, mode, close }: AnyProps & { close: () => void }) {
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
      ...(mode.signs ? { password: typed.get("password") } : {}),
    }),
    done({ id }) {
      toast.success(mode.told);
      router.push(mode.signs ? `/waivers/${id}` : `/waivers/requests/${id}`);
    },
  });
  const { errorOf } = command;
  const limit =
    waiver.maxDays === null ? undefined : `At most ${waiver.maxDays} days from now, by the policy in force.`;
  return (
    <CommandForm command={command} submitLabel={mode.submit} pendingLabel="Saving …" onCancel={close}>
      <Field label="New expiry (UTC)" hint={limit} error={errorOf("expiresAt")} required>
        <Input type="datetime-local" name="expiresAt" />
      </Field>
      <Field label="Justification" error={errorOf("justification")} required>
        <Textarea name="justification" defaultValue={waiver.justification} />
      </Field>
      <Field label="Mitigation" error={errorOf("mitigation")} required>
        <Textarea name="mitigation" defaultValue={waiver.mitigation} />
      </Field>
      {mode.signs && <PasswordField hint="Granting is signed with it." error={errorOf("password")} />}
    </CommandForm>
  );
}
