import { NoPermission } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { Failure } from "@/lib/web/failure";

/** What a page shows in place of what it could not read. `retryHref` starts over without what was wrong. */
export function LoadFailure({ failure, retryHref }: { failure: Failure; retryHref: string }) {
  if (failure.code === "forbidden") return <NoPermission>{failure.message}</NoPermission>;
  return <ErrorState cause={failure.message} traceId={failure.traceId ?? undefined} retryHref={retryHref} />;
}
