"use client";

import { useRouter } from "next/navigation";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { NextStep } from "@/lib/core/release/next-steps";
import type { Action } from "@/lib/web/action";
import { ShippingFields, shippingFrom } from "./shipping-fields";
import { stepWords } from "./stage-words";

export type AdvanceAction = Action<{ releaseId: string; stage: string; status: string }>;
export type ShippingArtifact = { name: string; hash: string };
type StageControlsProps = {
  releaseId: string;
  steps: readonly NextStep[];
  /** Of the manifest in force: what production would start with. */
  artifacts: readonly ShippingArtifact[];
  action: AdvanceAction;
};

/** A button for each thing that can be done with the stages now. */
export function StageControls({ steps, ...props }: StageControlsProps) {
  return steps.map((step) => <StepDialog key={`${step.stage} ${step.status}`} step={step} {...props} />);
}

type StepDialogProps = Omit<StageControlsProps, "steps"> & { step: NextStep };

function StepDialog(props: StepDialogProps) {
  const { label, title, consequence } = stepWords(props.step);
  const variant = props.step.status === "failed" ? "danger" : "primary";
  return (
    <FormDialog trigger={<Button variant={variant}>{label} …</Button>} title={title} description={consequence}>
      {(close) => <StepForm {...props} close={close} />}
    </FormDialog>
  );
}

function StepForm({ releaseId, step, artifacts, action, close }: StepDialogProps & { close: () => void }) {
  const router = useRouter();
  const { label, done } = stepWords(step);
  const isRollout = step.stage === "production" && step.status === "running";
  const command = useCommandForm({
    action: async (input) => {
      const result = await action(input);
      // What was refused is kept with the release, or the release has moved on: show what is now.
      if (!result.ok && result.error.code === "conflict") router.refresh();
      return result;
    },
    fields: ["note", "evidence", "artifacts"],
    input: (typed) => ({
      releaseId,
      ...step,
      note: typed.get("note") || undefined,
      evidence: linkFrom(typed),
      ...(isRollout ? { artifacts: shippingFrom(typed, artifacts) } : {}),
    }),
    refuse: ({ artifacts: shipping }) =>
      isRollout && !shipping ? { artifacts: "Confirm that exactly these ship." } : null,
    done() {
      toast.success(done);
      close();
    },
  });
  const { errorOf } = command;
  const tone = step.status === "failed" ? "danger" : "primary";
  return (
    <CommandForm command={command} submitLabel={label} pendingLabel="Recording …" tone={tone} onCancel={close}>
      {isRollout && <ShippingFields artifacts={artifacts} error={errorOf("artifacts")} />}
      <Field label="Note" error={errorOf("note")} required={false}>
        <Textarea name="note" rows={2} maxLength={2000} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
        <Field label="Evidence" error={errorOf("evidence")} required={false}>
          <Input name="evidenceLabel" placeholder="Pipeline run" maxLength={200} autoComplete="off" />
        </Field>
        <Field label="Its address" required={false}>
          <Input type="url" name="evidenceUrl" placeholder="https://" autoComplete="off" />
        </Field>
      </div>
    </CommandForm>
  );
}

/** Neither typed: no evidence. One of them alone is for the server to refuse. */
function linkFrom(typed: FormData) {
  const [label, url] = ["evidenceLabel", "evidenceUrl"].map((name) => String(typed.get(name) ?? "").trim());
  return label || url ? [{ label: label || url, url }] : undefined;
}
