"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { cn } from "./cn";
import { DialogCross, overlayStyle } from "./modal-dialog";

export type SheetPanelProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: "left" | "right";
  returnFocus: RefObject<HTMLElement | null>;
  children: ReactNode;
};

export default function SheetPanel(props: SheetPanelProps) {
  const { open, onOpenChange, title, side = "left", returnFocus, children } = props;
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyle} />
        <Primitive.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus.current?.focus();
          }}
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
