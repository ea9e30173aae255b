"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { AdvanceAction } from "./stage-controls";
import { END_WORDS, type End } from "./stage-words";

type EndDialogProps = {
  releaseId: string;
  end: End;
  /** Of a roll back: the version that ran before, where it is known. */
  backTo: string | null;
  action: AdvanceAction;
};

/** Brings a release to an end before its time; says what that means, and asks why. */
export function EndDialog(props: EndDialogProps) {
  const { label, title, consequence } = END_WORDS[props.end];
  return (
    <FormDialog trigger={<Button variant="danger">{label} …</Button>} title={title} description={consequence}>
      {(close) => <EndForm {...props} close={close} />}
    </FormDialog>
  );
}

function EndForm({ releaseId, end, backTo, action, close }: EndDialogProps & { close: () => void }) {
  const { label, done } = END_WORDS[end];
  const isRollBack = end === "rolled_back";
  const command = useCommandForm({
    action,
    fields: ["note", "rolledBackTo"],
    input: (typed) => ({
      releaseId,
      note: typed.get("note"),
      ...(end === "rejected" ? {} : { stage: end, status: "succeeded" }),
      ...(isRollBack ? { rolledBackTo: typed.get("rolledBackTo") || undefined } : {}),
    }),
    done() {
      toast.success(done);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel={label} pendingLabel="Recording …" tone="danger" onCancel={close}>
      {isRollBack && (
        <Field
          label="Version in place again"
          hint="Empty where it is not known."
          error={command.errorOf("rolledBackTo")}
          required={false}
        >
          <Input name="rolledBackTo" defaultValue={backTo ?? ""} autoComplete="off" />
        </Field>
      )}
      <Field label="Reason" error={command.errorOf("note")} required>
        <Textarea name="note" rows={3} maxLength={2000} />
      </Field>
    </CommandForm>
  );
}
