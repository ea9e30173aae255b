import { LoadFailure } from "@/components/page/load-failure";
import { RehearsalMatrix } from "@/components/readiness/rehearsal-matrix";
import { Alert } from "@/components/ui/alert";
import { freshnessByService } from "@/lib/registry/rehearsal/freshness";
import { load } from "@/lib/web/load";
import { narrowed } from "../narrowed";
import { READINESS_PATH, readinessHref, scopeOf } from "../query";
import type { PartProps } from "./part";

/** How fresh the rehearsals of every place that is chosen are. */
export async function RehearsalsPart({ actor, query }: PartProps) {
  const found = await load(freshnessByService(actor));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  const scope = scopeOf(query);
  return (
    <>
      {found.data.maxAgeDays === null && (
        <Alert tone="unknown" title="Freshness is unknown" className="mb-4">
          No gate policy is in force that says how old a rehearsal may be.
        </Alert>
      )}
      <RehearsalMatrix
        view={narrowed(found.data, scope)}
        serviceHref={(service) => readinessHref({ ...scope, service }, query.trend)}
        environmentHref={(environment) => readinessHref({ ...scope, environment }, query.trend)}
      />
    </>
  );
}
