"use client";

import { LoaderCircle } from "lucide-react";
import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

type SubmitButtonProps = Omit<ButtonProps, "type"> & { pendingLabel?: string };

/** Submits its form once: while the action runs it keeps focus, says so, and ignores further presses. */
export function SubmitButton({ pendingLabel, variant = "primary", children, onClick, ...props }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} onClick={press} {...props}>
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
