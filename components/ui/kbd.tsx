import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A key, or keys pressed together. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn("inline-flex min-w-5 justify-center rounded border px-1 font-sans text-muted text-xs", className)}
      {...props}
    />
  );
}
