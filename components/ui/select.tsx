import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyle } from "./control-style";

/** The platform's own select: works without script and opens the phone's picker. Pass `<option>`s. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block min-w-0", className)}>
      <select className={cn(controlStyle, "h-8 appearance-none truncate pe-8 max-md:h-10")} {...props} />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
