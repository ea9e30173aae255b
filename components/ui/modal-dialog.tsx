"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";

export const overlayStyle = "fixed inset-0 z-40 bg-overlay data-[state=open]:animate-[fade-in_120ms_ease-out]";

const sizes = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-2xl" };

export type ModalDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof sizes;
  /** Only its own buttons and Escape close it: a press beside it must not lose what was typed. */
  isPersistent?: boolean;
  /** Where the focus goes when it opens; its first control, unless this is given. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes when it has closed. */
  returnFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** A panel over the page, which is out of reach meanwhile. */
export default function ModalDialog(props: ModalDialogProps) {
  const { open, onOpenChange, title, description, size = "md", isPersistent, children } = props;
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyle} />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onInteractOutside={(event) => isPersistent && event.preventDefault()}
          onOpenAutoFocus={(event) => moveFocus(event, props.initialFocus)}
          onCloseAutoFocus={(event) => moveFocus(event, props.returnFocus)}
          className={cn(
            "fixed inset-x-3 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] -translate-y-1/2 overflow-y-auto rounded-lg border bg-surface p-5 shadow-raised data-[state=open]:animate-[fade-in_120ms_ease-out]",
            sizes[size],
          )}
        >
          <Primitive.Title className="pe-8 font-semibold text-lg tracking-tight">{title}</Primitive.Title>
          {description && <Primitive.Description className="mt-1 text-muted">{description}</Primitive.Description>}
          <div className="mt-4">{children}</div>
          <DialogCross />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function moveFocus(event: Event, to: RefObject<HTMLElement | null> | undefined): void {
  if (!to?.current) return;
  event.preventDefault();
  to.current.focus();
}

export function DialogCross() {
  return (
    <Primitive.Close
      aria-label="Close"
      className={cn(buttonVariants({ variant: "ghost", size: "icon" }), "absolute end-3 top-3 text-muted!")}
    >
      <X aria-hidden />
    </Primitive.Close>
  );
}
