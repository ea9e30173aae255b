"use client";

import type { ReactElement, ReactNode } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type CommandDialogProps = {
  trigger: ReactElement;
  title: string;
  description?: ReactNode;
  action: Action<unknown>;
  /** Names of the fields that show their own errors. */
  fields: readonly string[];
  /** The command's input from what was typed. */
  input: (typed: FormData) => Record<string, unknown>;
  submitLabel: string;
  pendingLabel: string;
  tone?: "primary" | "danger";
  /** Said when it is done. */
  done: string;
  children: (errorOf: (field: string) => string[]) => ReactNode;
};

/** One command over the page: its fields, and what was wrong with them. */
export function CommandDialog({ trigger, title, description, ...form }: CommandDialogProps) {
  return (
    <FormDialog trigger={trigger} title={title} description={description}>
      {(close) => <DialogForm {...form} close={close} />}
    </FormDialog>
  );
}

type DialogFormProps = Omit<CommandDialogProps, "trigger" | "title" | "description"> & { close: () => void };

function DialogForm({ action, fields, input, done, close, children, ...look }: DialogFormProps) {
  const command = useCommandForm({
    action,
    fields,
    input,
    done() {
      toast.success(done);
      close();
    },
  });
  return (
    <CommandForm command={command} onCancel={close} {...look}>
      {children(command.errorOf)}
    </CommandForm>
  );
}
