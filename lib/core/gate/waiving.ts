import { compareText } from "@/lib/core/approval/counting";
import { concernsRelease, isAbout, type WaiverStanding, waiverStandingFor } from "@/lib/core/waiver/coverage";
import type { Context } from "./context";
import type { WaiverFact } from "./facts";
import type { Judged } from "./judged";
import type { Part } from "./judgement";

export type StandingWaiver = { waiver: WaiverFact; standing: WaiverStanding };

/** The waivers that concern this release, each with what it is worth now; in the order of their ids. */
export function standingWaivers(context: Context): StandingWaiver[] {
  const { waivers, policy, facts, at, release } = context;
  if (!waivers.known) return [];
  return waivers.value
    .filter((waiver) => concernsRelease(waiver, release.id))
    .map((waiver) => ({ waiver, standing: waiverStandingFor(waiver, policy, facts, at) }))
    .sort((one, other) => compareText(one.waiver.id, other.waiver.id));
}

/** Leaves the parts of a check that no valid waiver covers. A check that passes or is not waivable stays as it is. */
export function coverWithWaivers(judged: Judged, waivers: readonly StandingWaiver[]): Judged {
  const { judgement, waivable } = judged;
  if (!waivable || judgement.outcome === "pass") return judged;
  const valid = waivers.filter(({ standing }) => standing.state === "valid");
  const used = new Set<string>();
  const uncovered = judgement.parts.filter((part) => {
    const covering = valid.filter(({ waiver }) => coversPart(waiver, judged, part));
    for (const { waiver } of covering) used.add(waiver.id);
    return covering.length === 0;
  });
  return { ...judged, uncovered, waiverIds: [...used].sort() };
}

/** Whether a waiver, were it valid, would cover this part of the check. */
export function coversPart(waiver: WaiverFact, { id, judgement }: Judged, part: Part): boolean {
  return isAbout(waiver, id, part.finding, judgement.ownWaiverEach);
}
