import type { ReactNode } from "react";
import { cn } from "./cn";

const grids = {
  1: "grid-cols-1",
  2: "grid-cols-1 @md:grid-cols-2",
  3: "grid-cols-1 @xs:grid-cols-2 @2xl:grid-cols-3",
  4: "grid-cols-1 @xs:grid-cols-2 @2xl:grid-cols-4",
};

type DefinitionListProps = {
  columns?: keyof typeof grids;
  /** `grid` puts the value under its term; `rows` puts it beside. */
  layout?: "grid" | "rows";
  className?: string;
  children: ReactNode;
};

export function DefinitionList({ columns = 3, layout = "grid", className, children }: DefinitionListProps) {
  const shape =
    layout === "rows"
      ? "divide-y [&>div]:grid [&>div]:items-baseline [&>div]:gap-x-4 [&>div]:py-1.5 @sm:[&>div]:grid-cols-[10rem_minmax(0,1fr)]"
      : cn("grid gap-x-6 gap-y-3", grids[columns]);
  return (
    <div className={cn("@container", className)}>
      <dl className={shape}>{children}</dl>
    </div>
  );
}

export function Definition({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
