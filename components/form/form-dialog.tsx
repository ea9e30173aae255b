"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";

type FormDialogProps = {
  trigger: ReactElement;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  children: (close: () => void) => ReactNode;
};

/** A form over the page. Only its own buttons and Escape close it: a press beside it must not lose what was typed. */
export function FormDialog({ trigger, title, description, size, children }: FormDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent
        title={title}
        description={description}
        size={size}
        onInteractOutside={(event) => event.preventDefault()}
      >
        {children(() => setOpen(false))}
      </DialogContent>
    </Dialog>
  );
}
