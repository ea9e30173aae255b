import { Skeleton, TextSkeleton } from "@/components/ui/skeleton";

/** A record's heading, facts and text while they load. */
export function DetailSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-8">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-7 w-80 max-w-full" />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {["one", "two", "three", "four"].map((each) => (
          <Skeleton key={each} className="h-9" />
        ))}
      </div>
      <TextSkeleton lines={4} />
    </div>
  );
}
