"use client";

import { Popover as Primitive } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";
import { cn } from "./cn";
import { floatingStyle } from "./floating-style";

export type PopoverPanelProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
  trigger: RefObject<HTMLElement | null>;
  children: ReactNode;
};

export default function PopoverPanel(props: PopoverPanelProps) {
  const { open, onOpenChange, label, align = "end", className, trigger, children } = props;
  // Whoever pressed elsewhere wants to be there.
  const hasLeft = useRef(false);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Anchor virtualRef={trigger as RefObject<HTMLElement>} />
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={12}
          onInteractOutside={(event) => {
            // The trigger closes it by itself.
            if (event.target instanceof Node && trigger.current?.contains(event.target)) event.preventDefault();
            else hasLeft.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!hasLeft.current) trigger.current?.focus();
            hasLeft.current = false;
          }}
          className={cn(floatingStyle, "p-3!", className)}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
