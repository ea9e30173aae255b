"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;

export const overlayStyle = "fixed inset-0 z-40 bg-overlay data-[state=open]:animate-[fade-in_120ms_ease-out]";

const sizes = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-2xl" };

type DialogContentProps = Omit<ComponentProps<typeof Primitive.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof sizes;
};

export function DialogContent({ title, description, size = "md", className, children, ...props }: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayStyle} />
      <Primitive.Content
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-x-3 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] -translate-y-1/2 overflow-y-auto rounded-lg border bg-surface p-5 shadow-raised data-[state=open]:animate-[fade-in_120ms_ease-out]",
          sizes[size],
          className,
        )}
        {...props}
      >
        <Primitive.Title className="pe-8 font-semibold text-lg tracking-tight">{title}</Primitive.Title>
        {description && <Primitive.Description className="mt-1 text-muted">{description}</Primitive.Description>}
        <div className="mt-4">{children}</div>
        <DialogCross />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

export function DialogCross() {
  return (
    <Primitive.Close
      aria-label="Close"
      className={cn(buttonVariants({ variant: "ghost", size: "icon" }), "absolute end-3 top-3 text-muted")}
    >
      <X aria-hidden />
    </Primitive.Close>
  );
}

export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("mt-5 flex flex-wrap justify-end gap-2", className)} {...props} />;
}
