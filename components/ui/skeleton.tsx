import { cn } from "./cn";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("h-4 animate-pulse rounded-sm bg-border", className)} />;
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => `line-${index}`);
const widths = ["w-2/3", "w-1/2", "w-3/4", "w-2/5"];

export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="grid gap-2.5">
      {rowsOf(lines).map((line, index) => (
        <Skeleton key={line} className={widths[index % widths.length]} />
      ))}
    </div>
  );
}

type TableSkeletonProps = { columns: number; rows?: number; label?: string };

/** Rows of the height that the table will have, so that nothing jumps when it arrives. */
export function TableSkeleton({ columns, rows = 8, label = "Loading" }: TableSkeletonProps) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div className="divide-y">
        {rowsOf(rows).map((row, index) => (
          <div key={row} className="flex h-9 items-center gap-6">
            {rowsOf(columns).map((cell, column) => (
              <div key={cell} className={cn("flex-1", column > 1 && "max-md:hidden")}>
                <Skeleton className={widths[(index + column) % widths.length]} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A page's heading, filters and list while they load. */
export function PageSkeleton({ columns = 5 }: { columns?: number }) {
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <Skeleton className="h-8 w-full max-w-xl" />
      <TableSkeleton columns={columns} label="Loading the page" />
    </div>
  );
}
