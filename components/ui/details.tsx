import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

type DetailsProps = { summary: ReactNode; open?: boolean; count?: number; className?: string; children: ReactNode };

/** Folds what most readers skip; the platform's own element, so it also opens by find-in-page and in print. */
export function Details({ summary, open, count, className, children }: DetailsProps) {
  return (
    <details open={open} className={cn("group", className)}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-sm font-medium hover:text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90" />
        <span>{summary}</span>
        {count !== undefined && <span className="font-normal text-muted tabular-nums">{count}</span>}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  );
}
