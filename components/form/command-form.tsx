"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { FormError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CommandForm as Form } from "./use-command-form";

type CommandFormProps = {
  command: Form;
  submitLabel: string;
  pendingLabel?: string;
  tone?: "primary" | "danger";
  onCancel?: () => void;
  children?: ReactNode;
};

/** The frame of every form that runs a command: fields, what went wrong as a whole, cancel and submit. */
export function CommandForm({ command, submitLabel, pendingLabel, tone, onCancel, children }: CommandFormProps) {
  return (
    <form {...command.form} className="grid gap-4">
      {children}
      <FormError>{command.formError}</FormError>
      <DialogFooter className={onCancel ? undefined : "justify-start!"}>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <SubmitButton variant={tone} pending={command.pending} pendingLabel={pendingLabel}>
          {submitLabel}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
