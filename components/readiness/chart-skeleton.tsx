import { USUAL_HEIGHT } from "@/components/charts/chart-model";
import { Skeleton } from "@/components/ui/skeleton";

/** As high as a chart with its heading, legend and drawing. */
export function ChartSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="min-w-0">
      <span className="sr-only">{label}</span>
      <div className="flex h-7 items-center">
        <Skeleton className="w-48" />
      </div>
      <div className="flex h-7 items-center">
        <Skeleton className="h-3 w-72 max-w-full" />
      </div>
      <div aria-hidden className="w-full animate-pulse rounded-sm bg-border/60" style={{ height: USUAL_HEIGHT }} />
      <div className="flex h-13 items-center">
        <Skeleton className="h-3 w-20" />
      </div>
    </div>
  );
}
