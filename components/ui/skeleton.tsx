import { cn } from "./cn";
import { Section } from "./section";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("skeleton animate-pulse bg-border", className)} />;
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

/** A part of a page under its heading, which is there already. */
export function SectionSkeleton({ title, columns = 4, rows = 3 }: { title: string; columns?: number; rows?: number }) {
  return (
    <Section title={title}>
      <TableSkeleton columns={columns} rows={rows} label={`Loading: ${title}`} />
    </Section>
  );
}

/** A button of a heading, so that the line does not grow when it arrives. */
export function ButtonSkeleton() {
  return <Skeleton className="h-8 w-28 rounded-md max-md:h-9" />;
}

/** Numbers in a row, each under what it counts. */
export function NumbersSkeleton({ count }: { count: number }) {
  return (
    <div className="mb-4 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
      {rowsOf(count).map((each) => (
        <div key={each} className="grid h-12 content-center gap-2">
          <Skeleton className="w-3/4" />
          <Skeleton className="w-10" />
        </div>
      ))}
    </div>
  );
}

/** Columns of cards. */
export function BoardSkeleton({ columns = 4, label = "Loading the board" }: { columns?: number; label?: string }) {
  return (
    <div role="status" className="grid gap-x-5 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
      <span className="sr-only">{label}</span>
      {rowsOf(columns).map((column) => (
        <div key={column} className="grid gap-6">
          <Skeleton className="h-6 w-1/2" />
          <TextSkeleton lines={3} />
          <TextSkeleton lines={3} />
        </div>
      ))}
    </div>
  );
}

/** Some filters in a row, each under its label. */
export function FilterSkeleton({ fields = 3 }: { fields?: number }) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 max-sm:grid max-sm:grid-cols-2">
      {rowsOf(fields).map((field) => (
        <div key={field} className="grid gap-1 sm:w-44">
          <Skeleton className="w-20" />
          <Skeleton className="h-8 rounded-md max-md:h-9" />
        </div>
      ))}
    </div>
  );
}
