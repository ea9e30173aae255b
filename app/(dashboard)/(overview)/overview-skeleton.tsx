import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

const ROWS = ["first", "second", "third", "fourth", "fifth"];

/** A part with its heading, its kinds and their lines, of the height that they usually have. */
function PartSkeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" className="mt-8 first:mt-0">
      <span className="sr-only">{label}</span>
      <Skeleton className="mb-4 h-5 w-44" />
      <div className="divide-y border-y">
        {ROWS.slice(0, rows).map((row) => (
          <div key={row} className="grid gap-x-6 py-2.5 max-md:gap-y-2 md:grid-cols-[13rem_1fr]">
            <Skeleton className="w-32" />
            <Skeleton className="w-full max-w-xl" />
          </div>
        ))}
      </div>
    </div>
  );
}

export function NeedsSkeleton() {
  return <PartSkeleton rows={5} label="Loading what waits" />;
}

export function ChangesSkeleton() {
  return <PartSkeleton rows={4} label="Loading what has changed" />;
}

export function VerdictsSkeleton() {
  return (
    <div className="mt-8">
      <Skeleton className="mb-4 h-5 w-36" />
      <TableSkeleton columns={4} label="Loading the latest verdicts" />
    </div>
  );
}
