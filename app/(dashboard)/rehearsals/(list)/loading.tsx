import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div className="grid gap-8">
      <Skeleton className="h-7 w-48" />
      <TableSkeleton columns={4} rows={4} label="Loading freshness" />
      <TableSkeleton columns={7} label="Loading rehearsals" />
    </div>
  );
}
