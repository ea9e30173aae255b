"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { DialogCross, overlayStyle } from "./dialog";

type SheetProps = {
  trigger: ReactElement;
  title: string;
  side?: "left" | "right";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A panel from the edge of the screen: navigation on phones, details beside a list. */
export function Sheet({ trigger, title, side = "left", open, onOpenChange, children }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyle} />
        <Primitive.Content
          aria-describedby={undefined}
          className={cn(
            "fixed inset-y-0 z-50 w-72 max-w-[85vw] overflow-y-auto bg-surface p-4 shadow-raised",
            side === "left"
              ? "start-0 border-e data-[state=open]:animate-[slide-in-left_140ms_ease-out]"
              : "end-0 border-s data-[state=open]:animate-[fade-in_140ms_ease-out]",
          )}
        >
          <Primitive.Title className="mb-3 flex h-8 items-center font-semibold">{title}</Primitive.Title>
          {children}
          <DialogCross />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
