"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { floatingStyle } from "./floating-style";

export type ChoiceMenuPanelProps = {
  trigger: ReactElement;
  /** Above the choices. */
  heading?: string;
  align?: "start" | "end";
  value: string;
  onChoose: (value: string) => void;
  choices: readonly { value: string; label: ReactNode }[];
};

/** Open from the start: it is mounted when its trigger was pressed. Not modal: the page behind stays readable, and scrolls. */
export default function ChoiceMenuPanel(props: ChoiceMenuPanelProps) {
  const { trigger, heading, align = "start", value, onChoose, choices } = props;
  return (
    <Primitive.Root modal={false} defaultOpen>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          sideOffset={4}
          align={align}
          collisionPadding={12}
          className={cn(
            floatingStyle,
            "max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto",
          )}
        >
          {heading && <Primitive.Label className="px-2 py-1.5 text-muted text-xs">{heading}</Primitive.Label>}
          <Primitive.RadioGroup value={value} onValueChange={onChoose}>
            {choices.map((choice) => (
              <Primitive.RadioItem
                key={choice.value}
                value={choice.value}
                className="relative flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-sm px-2 pe-8 outline-none data-[highlighted]:bg-sunken max-md:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0"
              >
                {choice.label}
                <Primitive.ItemIndicator className="absolute end-2">
                  <Check aria-hidden />
                </Primitive.ItemIndicator>
              </Primitive.RadioItem>
            ))}
          </Primitive.RadioGroup>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
