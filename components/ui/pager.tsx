import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";

type PagerProps = { label: string; newerHref?: string; olderHref?: string; summary?: ReactNode };

/** Steps through a list by key: there are no page numbers because no total is counted. */
export function Pager({ label, newerHref, olderHref, summary }: PagerProps) {
  if (!newerHref && !olderHref && !summary) return null;
  return (
    <nav aria-label={label} data-no-print="" className="flex flex-wrap items-center justify-between gap-3 pt-3">
      <p className="text-muted text-sm tabular-nums">{summary}</p>
      <div className="flex gap-2">
        {newerHref && (
          <ButtonLink href={newerHref} rel="prev" size="sm">
            <ChevronLeft aria-hidden />
            Newer
          </ButtonLink>
        )}
        {olderHref && (
          <ButtonLink href={olderHref} rel="next" size="sm">
            Older
            <ChevronRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
