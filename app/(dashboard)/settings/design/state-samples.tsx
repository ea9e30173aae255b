import { NoMatch, NoPermission, NothingYet } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";
import { Part, Sample } from "./parts";

export function StateSamples() {
  return (
    <Part id="states" description="Three ways to be empty, a shape while it loads, and a cause when it failed.">
      <Sample name="NothingYet">
        <NothingYet
          title="No release yet"
          snippet="npx readiness submit tests reports/readiness_tests.json"
          snippetLabel="command"
        >
          A pipeline creates the first one.
        </NothingYet>
      </Sample>
      <Sample name="NoMatch">
        <NoMatch clearHref="#states">Try a longer period.</NoMatch>
      </Sample>
      <Sample name="NoPermission">
        <NoPermission>Ask an administrator for the role of an auditor.</NoPermission>
      </Sample>
      <Sample name="ErrorState">
        <ErrorState
          cause="The database did not answer."
          traceId="4bf92f3577b34da6a3ce929d0e0e4736"
          retryHref="#states"
        />
      </Sample>
      <Sample name="Skeleton, TextSkeleton, TableSkeleton">
        <div className="grid gap-4">
          <Skeleton className="h-7 w-48" />
          <TextSkeleton />
          <TableSkeleton columns={4} rows={3} />
        </div>
      </Sample>
    </Part>
  );
}
