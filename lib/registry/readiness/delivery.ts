import { sql } from "drizzle-orm";
import { resolvedAfterStartMs } from "@/lib/core/incident/analytics";
import { attributionsOf, declaredWithin, numbersOf, type Observed } from "@/lib/core/incident/comparison";
import type { Span } from "@/lib/core/period";
import type { DoraKeys } from "@/lib/core/readiness/dora";
import { doraKeysOf } from "@/lib/core/readiness/dora-keys";
import type { Measured } from "@/lib/core/readiness/measured";
import { type Asked, productionOf } from "./asked";
import { observedOf } from "./leading";
import { rolledReadiness, rollupState } from "./rolled-up";
import type { DoraView } from "./view";

type Deployed = { deployments: number; withLeadTime: number; medianSeconds: number | null };

/** DORA's four keys of the period and of the one before. */
export async function doraKeysOfPeriod(asked: Asked): Promise<DoraView> {
  const { tx, tenantId, spans, period, now } = asked;
  const ask = { tenantId, spans: [spans[1], spans[0]], places: await productionOf(asked) };
  const { rows } = await tx.execute<Deployed & { stretch: number }>(sql`with ${rolledReadiness(ask)}, medians as (
      select stretch, percentile_cont(0.5) within group (order by seconds) as median, count(*)::float8 as known
      from rolled, unnest(lead_times) seconds group by stretch
    )
    select stretch, sum(deployments)::float8 as deployments, coalesce(max(known), 0) as "withLeadTime",
      max(median) as "medianSeconds"
    from rolled left join medians using (stretch) group by stretch`);
  const observed = await observedOf(asked);
  const none: Deployed = { deployments: 0, withLeadTime: 0, medianSeconds: null };
  const [previous, current] = [0, 1].map((stretch) => rows.find((row) => row.stretch === stretch) ?? none);
  return {
    keys: {
      current: keysOf(observed, { counted: period, lasted: spans[0], deployed: current ?? none }),
      previous: keysOf(observed, { counted: period.previous, lasted: spans[1], deployed: previous ?? none }),
    },
    measures: measuredOf(observed, period, current ?? none),
    now: now.toISOString(),
    rollups: await rollupState(tx, ask),
  };
}

type Measure = { counted: Span; lasted: Span; deployed: Deployed };

function keysOf(observed: Observed, { counted, lasted, deployed }: Measure): DoraKeys {
  return doraKeysOf({
    deployments: deployed.deployments,
    days: (lasted.until.getTime() - lasted.from.getTime()) / 86_400_000,
    medianLeadTimeSeconds: deployed.medianSeconds,
    changeFailures: numbersOf(observed, counted).changeFailures,
    recoveriesSeconds: recoveriesOf(observed, counted).flatMap((ms) => (ms === null ? [] : [ms / 1000])),
  });
}

/** Of each incident of the span that is put down to a release: milliseconds to its resolution, null while it is open. */
function recoveriesOf(observed: Observed, span: Span): (number | null)[] {
  const incidents = declaredWithin(observed.incidents, span);
  return attributionsOf({ ...observed, incidents }).map(({ incident }) => resolvedAfterStartMs(incident));
}

function measuredOf(observed: Observed, span: Span, { deployments, withLeadTime }: Deployed): Measured {
  const recoveries = recoveriesOf(observed, span);
  const recovered = recoveries.filter((each) => each !== null).length;
  return { deployments, withLeadTime, failures: recoveries.length, recovered };
}
