"use client";

import { ErrorState } from "@/components/ui/error-state";

/** What a page shows when it could not be made. The digest finds the entry in the server's log. */
export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState cause="This page could not be loaded. Nothing was changed." traceId={error.digest} onRetry={reset} />
  );
}
