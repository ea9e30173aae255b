import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  id?: string;
  count?: number;
  className?: string;
  children: ReactNode;
};

/** A part of a page under an h2, set apart by space and a line rather than by a box. */
export function Section({ title, description, actions, id, count, className, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className={cn("mt-8 first:mt-0", className)}>
      <header className="mb-2.5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={headingId} className="font-semibold text-lg tracking-tight">
            {title}
            {count !== undefined && <span className="ms-2 font-normal text-muted tabular-nums">{count}</span>}
          </h2>
          {description && <div className="max-w-prose text-muted text-sm">{description}</div>}
        </div>
        {actions && (
          <div data-no-print="" className="flex flex-wrap gap-2 empty:hidden">
            {actions}
          </div>
        )}
      </header>
      {children}
    </section>
  );
}
