import type { ComponentProps } from "react";
import { cn } from "./cn";

export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("mt-1 flex flex-wrap justify-end gap-2", className)} {...props} />;
}
