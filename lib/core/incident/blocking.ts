import type { WaiverFact } from "../gate/facts";
import type { Policy } from "../policy/model";
import { concernsRelease, isAbout, waiverStanding } from "../waiver/coverage";
import { type AnyIncidentState, isOpen, type Severity } from "./model";

const CHECK = "incidents.open";

export type BlockingFacts = {
  incident: { id: string; severity: Severity; state: AnyIncidentState };
  releaseId: string;
  /** Null: none is in force, and then the gate denies. */
  policy: Policy | null;
  /** Of the release and of its service as a whole. */
  waivers: readonly WaiverFact[];
  at: Date;
};

/**
 * Whether an incident that affects a release's service keeps the release from shipping by itself: an open Sev1 does,
 * unless the policy does not ask for it or a valid waiver covers it. The gate has the last word. Pure.
 */
export function blocksRelease({ incident, releaseId, policy, waivers, at }: BlockingFacts): boolean {
  if (incident.severity !== "sev1" || !isOpen(incident.state)) return false;
  const check = policy?.checks[CHECK];
  if (!policy || !check) return true;
  if (!check.enabled || !check.blocking) return false;
  if (policy.disallowWaivers || !check.waivable) return true;
  return !waivers.some(
    (waiver) =>
      concernsRelease(waiver, releaseId) &&
      (isAbout(waiver, CHECK, null) || isAbout(waiver, CHECK, incident.id)) &&
      waiverStanding(waiver, at).state === "valid",
  );
}
