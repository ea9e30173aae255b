import type { ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  neutral: "border-border bg-sunken text-foreground",
  accent: "border-transparent bg-accent-soft text-accent",
};

/** A short label for a kind or a place. A state is shown by `Status` instead. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: keyof typeof tones;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex items-center whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs leading-5",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
