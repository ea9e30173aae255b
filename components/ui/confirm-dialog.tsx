"use client";

import { unstable_rethrow } from "next/navigation";
import { AlertDialog } from "radix-ui";
import { type FormEvent, type ReactElement, type ReactNode, useState, useTransition } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { DialogFooter, overlayStyle } from "./dialog";
import { FormError } from "./field";
import { SubmitButton } from "./submit-button";

type Outcome = { ok: true } | { ok: false; error: { message: string } };
type ConfirmAction = (formData: FormData) => Promise<Outcome> | Promise<void>;

type ConfirmDialogProps = {
  trigger: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "primary" | "danger";
  /** Gets the form's fields. When it is refused or fails, the dialog stays, says why and keeps what was typed. */
  action: ConfirmAction;
  children?: ReactNode;
};

function useConfirm(action: ConfirmAction) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  function change(next: boolean) {
    setProblem(undefined);
    setOpen(next);
  }
  // Not a form action: React empties a form whose action has ended, refused or not.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const fields = new FormData(event.currentTarget);
    startTransition(async () => {
      try {
        const outcome = await action(fields);
        if (outcome && !outcome.ok) setProblem(outcome.error.message);
        else change(false);
      } catch (error) {
        unstable_rethrow(error);
        setProblem("No answer arrived, so it is not known whether this was done. Reload the page to see.");
      }
    });
  }
  return { open, change, problem, pending, submit };
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, description, confirmLabel, cancelLabel = "Cancel", tone = "primary", children } = props;
  const { open, change, problem, pending, submit } = useConfirm(props.action);
  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
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
          <form onSubmit={submit} className="mt-4 grid gap-3">
            {children}
            <FormError>{problem}</FormError>
            <DialogFooter className="mt-2">
              <AlertDialog.Cancel asChild>
                <Button>{cancelLabel}</Button>
              </AlertDialog.Cancel>
              <SubmitButton variant={tone} pending={pending}>
                {confirmLabel}
              </SubmitButton>
            </DialogFooter>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
