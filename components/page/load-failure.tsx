import { NoPermission } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { Failure } from "@/lib/web/failure";

/** What a page shows in place of what it could not read. `retryHref` starts over without what was wrong. */
export function LoadFailure({ failure, retryHref }: { failure: Failure; retryHref: string }) {
  const { code, message, traceId } = failure;
  if (code === "forbidden") return <NoPermission>{message}</NoPermission>;
  if (code === "invalid") return <ErrorState title="This address is not right" cause={message} retryHref={retryHref} />;
  return <ErrorState cause={message} traceId={isTraced(traceId) ? traceId : undefined} retryHref={retryHref} />;
}

/** Without a tracer the id is all zeros, which leads nowhere. */
const isTraced = (traceId: string | null): traceId is string => traceId !== null && /[^0]/.test(traceId);
