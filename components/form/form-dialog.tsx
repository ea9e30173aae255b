"use client";

import { Slot } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useLayer } from "@/components/ui/use-layer";

type FormDialogProps = {
  trigger: ReactElement;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  children: (close: () => void) => ReactNode;
};

/** A form over the page. Only its own buttons and Escape close it: a press beside it must not lose what was typed. */
export function FormDialog({ trigger, title, description, size, children }: FormDialogProps) {
  const layer = useLayer();
  return (
    <>
      <Slot.Root {...layer.triggerProps}>{trigger}</Slot.Root>
      <Dialog
        open={layer.open}
        onOpenChange={layer.setOpen}
        title={title}
        description={description}
        size={size}
        isPersistent
        returnFocus={layer.trigger}
      >
        {layer.open && children(() => layer.setOpen(false))}
      </Dialog>
    </>
  );
}
