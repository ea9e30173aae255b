import { NumberStripSkeleton } from "@/components/measure/number-strip";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** Shaped as the report: a paragraph, five numbers, tables. */
export function ReportSkeleton() {
  return (
    <>
      <div className="mb-5 grid max-w-prose gap-2">
        <Skeleton className="h-4" />
        <Skeleton className="h-4" />
        <Skeleton className="h-4 w-2/3" />
      </div>
      <NumberStripSkeleton label="Loading the report" />
      <div className="mt-8 grid gap-8">
        <TableSkeleton columns={5} rows={3} label="Loading what shipped" />
        <TableSkeleton columns={5} rows={3} label="Loading what was held up" />
      </div>
    </>
  );
}
