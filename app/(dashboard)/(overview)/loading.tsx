import { Skeleton } from "@/components/ui/skeleton";
import { OverviewSkeleton } from "./overview-skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-6 grid gap-2">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <OverviewSkeleton />
    </>
  );
}
