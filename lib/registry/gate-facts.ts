import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import type { Facts, Lookup } from "@/lib/core/gate/facts";
import { partyOf } from "./actor-columns";
import { approvalFacts } from "./gate/approval-facts";
import { calendarFacts, freezeOverrideFacts } from "./gate/calendar-facts";
import { manifestFact, metricsFact, scorecardFact } from "./gate/evidence-facts";
import { incidentFacts, rehearsalFacts } from "./gate/service-facts";
import { waiverFacts } from "./gate/waiver-facts";
import type { FoundRelease } from "./release/find";

/**
 * Everything that `evaluateGate` needs about a release, read in one transaction. `at`: the instant by whose roles,
 * delegations and trainings signatures are judged; left out, this moment on the database's clock.
 */
export async function gateFacts(tx: Tx, actor: Actor, found: FoundRelease, at?: Date): Promise<Facts> {
  const { release, service, environment } = found;
  const manifest = await manifestFact(tx, actor, release.id);
  return {
    release: {
      id: release.id,
      service: service.slug,
      serviceId: service.id,
      environment: environment.slug,
      isProduction: environment.isProduction,
      version: release.version,
      commit: release.commit,
      createdBy: partyOf(release),
    },
    scorecard: await scorecardFact(tx, found),
    metrics: await metricsFact(tx, found),
    manifest,
    rehearsals: known(await rehearsalFacts(tx, found)),
    ...(await approvalFacts(tx, found, manifest, at)),
    waivers: known(await waiverFacts(tx, found)),
    incidents: known(await incidentFacts(tx, found)),
    calendars: known(await calendarFacts(tx, found)),
    freezeOverrides: known(await freezeOverrideFacts(tx, found)),
    verified: true,
  };
}

const known = <T>(value: T): Lookup<T> => ({ state: "found", value });
