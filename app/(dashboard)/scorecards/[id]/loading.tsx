import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="grid gap-8">
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="h-16 w-full max-w-3xl" />
      <TableSkeleton columns={8} rows={5} label="Loading the scorecard" />
      <TableSkeleton columns={5} rows={7} />
    </div>
  );
}
