"use client";

import { AlertDialog } from "radix-ui";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { DialogFooter, overlayStyle } from "./dialog";
import { SubmitButton } from "./submit-button";

type ConfirmDialogProps = {
  trigger: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "primary" | "danger";
  /** Runs with the form's fields; the dialog closes when it has finished, and stays open when it throws. */
  action: (formData: FormData) => Promise<unknown> | unknown;
  children?: ReactNode;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, description, confirmLabel, cancelLabel = "Cancel", tone = "primary", children } = props;
  const [open, setOpen] = useState(false);
  async function run(formData: FormData) {
    await props.action(formData);
    setOpen(false);
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayStyle} />
        <AlertDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-3 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 overflow-y-auto",
            "rounded-lg border bg-surface p-5 shadow-raised",
          )}
        >
          <AlertDialog.Title className="font-semibold text-lg tracking-tight">{title}</AlertDialog.Title>
          {description && <AlertDialog.Description className="mt-1 text-muted">{description}</AlertDialog.Description>}
          <form action={run} className="mt-4 grid gap-3">
            {children}
            <DialogFooter className="mt-2">
              <AlertDialog.Cancel asChild>
                <Button>{cancelLabel}</Button>
              </AlertDialog.Cancel>
              <SubmitButton variant={tone}>{confirmLabel}</SubmitButton>
            </DialogFooter>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
