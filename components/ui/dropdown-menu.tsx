"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const DropdownMenuTrigger = Primitive.Trigger;
export const DropdownMenuRadioGroup = Primitive.RadioGroup;

/** Not modal: the page behind stays readable to assistive technology, and scrolls. */
export function DropdownMenu(props: Omit<ComponentProps<typeof Primitive.Root>, "modal">) {
  return <Primitive.Root modal={false} {...props} />;
}

const itemStyle =
  "relative flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-sm px-2 outline-none data-[highlighted]:bg-sunken data-[disabled]:opacity-55 max-md:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0";

export const floatingStyle =
  "z-50 max-w-[calc(100vw-1.5rem)] rounded-lg border bg-surface p-1 text-foreground shadow-raised data-[state=open]:animate-[fade-in_100ms_ease-out]";

type ContentProps = ComponentProps<typeof Primitive.Content>;

export function DropdownMenuContent({ className, sideOffset = 4, align = "start", ...props }: ContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={sideOffset}
        align={align}
        collisionPadding={12}
        className={cn(
          floatingStyle,
          "max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto",
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={cn(itemStyle, "pe-8", className)} {...props}>
      {children}
      <Primitive.ItemIndicator className="absolute end-2">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn("px-2 py-1.5 text-muted text-xs", className)} {...props} />;
}
