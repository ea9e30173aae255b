"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { floatingStyle } from "./dropdown-menu";

type PopoverProps = {
  trigger: ReactElement;
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

/** A small panel beside its trigger that may hold text, links and forms. */
export function Popover({ trigger, label, align = "end", className, children }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={12}
          className={cn(floatingStyle, "p-3", className)}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
