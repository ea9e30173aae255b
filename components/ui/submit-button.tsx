"use client";

import { LoaderCircle } from "lucide-react";
import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

type SubmitButtonProps = Omit<ButtonProps, "type"> & {
  pendingLabel?: string;
  /** For forms that run their action in a transition of their own; otherwise the form's own state decides. */
  pending?: boolean;
};

/** Submits its form once: while the action runs it keeps focus, says so, and ignores further presses. */
export function SubmitButton(props: SubmitButtonProps) {
  const { pendingLabel, pending: given, variant = "primary", children, onClick, ...rest } = props;
  const form = useFormStatus();
  const pending = given ?? form.pending;
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} onClick={press} {...rest}>
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
