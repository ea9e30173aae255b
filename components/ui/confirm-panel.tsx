"use client";

import { unstable_rethrow } from "next/navigation";
import { AlertDialog } from "radix-ui";
import { type FormEvent, type ReactNode, type RefObject, useState, useTransition } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { DialogFooter } from "./dialog-footer";
import { FormError } from "./field";
import { overlayStyle } from "./modal-dialog";
import { SubmitButton } from "./submit-button";

type Outcome = { ok: true } | { ok: false; error: { message: string } };
type ConfirmAction = (formData: FormData) => Promise<Outcome> | Promise<void>;

export type ConfirmPanelProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "primary" | "danger";
  /** Gets the form's fields. When it is refused or fails, the dialog stays, says why and keeps what was typed. */
  action: ConfirmAction;
  returnFocus: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

function useConfirm({ action, onOpenChange }: ConfirmPanelProps) {
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  function change(next: boolean) {
    setProblem(undefined);
    onOpenChange(next);
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
  return { change, problem, pending, submit };
}

export default function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, description, confirmLabel, cancelLabel = "Cancel", tone = "primary", returnFocus, children } = props;
  const { change, problem, pending, submit } = useConfirm(props);
  return (
    <AlertDialog.Root open={props.open} onOpenChange={change}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayStyle} />
        <AlertDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus.current?.focus();
          }}
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
            <DialogFooter>
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
