import { planRehearsal } from "@/lib/registry/rehearsal/plan-session";
import { setProgramme } from "@/lib/registry/rehearsal/set-programme";
import { systemActor } from "@/lib/registry/system-actor";
import type { ReadyCalls, ReadyPlace } from "./ready-calls";
import { localDay } from "./rehearsal-records";

const DAY_MS = 86_400_000;

/** A programme, a session to come, and one that was planned days ago for a day that is over. */
export async function readySessions(place: ReadyPlace): Promise<ReadyCalls> {
  const { tenant, caller: actor, serviceId, environmentId } = place;
  const planned = (days: number) => ({ serviceId, environmentId, localTime: localDay(days), zone: "UTC" });
  const clock = () => new Date(Date.now() - 5 * DAY_MS);
  const { id: past } = await planRehearsal({ actor, clock }, planned(-3));
  const { id: coming } = await planRehearsal({ actor }, planned(9));
  const programme = await setProgramme({ actor }, { serviceId, environmentId, cadence: { kind: "interval", days: 7 } });
  return {
    "rehearsal.end-programme": { change: { programmeId: programme.id } },
    "rehearsal.move-session": { change: { sessionId: coming } },
    "rehearsal.miss-session": { actor: systemActor(tenant.tenantId), change: { sessionId: past } },
  };
}
