/** A rollout of a release to production that began or succeeded at `at`. */
export type Rollout = { releaseId: string; service: string; at: Date };

/** Why an incident is put down to a release: a person said so, or it was the last rollout within the policy's window. */
export type Attribution = { releaseId: string; basis: "explicit" | "window" };

export type AttributedIncident = {
  services: readonly string[];
  /** When the harm began as far as known, else when it was detected. */
  start: Date;
  /** The release that somebody named as the cause. */
  causeReleaseId: string | null;
};

const HOUR_MS = 3_600_000;

/**
 * The release that an incident is put down to: the one that a person named; else that of the last production rollout of
 * an affected service at or before the incident's start and not longer before it than the window, to the millisecond;
 * else none. Of rollouts at the same instant the one of the later release id. `domain.md`, and the policy's
 * `attributionWindowHours`. Pure.
 */
export function attributionOf(
  incident: AttributedIncident,
  rollouts: readonly Rollout[],
  windowHours: number,
): Attribution | null {
  if (incident.causeReleaseId) return { releaseId: incident.causeReleaseId, basis: "explicit" };
  let last: Rollout | null = null;
  for (const rollout of rollouts) {
    const beforeMs = incident.start.getTime() - rollout.at.getTime();
    if (!incident.services.includes(rollout.service) || beforeMs < 0 || beforeMs > windowHours * HOUR_MS) continue;
    if (!last || isLater(rollout, last)) last = rollout;
  }
  return last && { releaseId: last.releaseId, basis: "window" };
}

function isLater(one: Rollout, other: Rollout): boolean {
  const ms = one.at.getTime() - other.at.getTime();
  return ms === 0 ? one.releaseId > other.releaseId : ms > 0;
}

export type ChangeFailures = {
  /** Releases with a production rollout in the period. */
  releases: number;
  /** Those of them that an incident of the period is put down to. */
  failed: number;
  /** Failed ÷ releases; null where nothing was rolled out. */
  rate: number | null;
};

/** Releases with a production rollout in a period: how many, and at least those of them that an incident is put down to. */
export type RolledOut = { releases: number; ids: ReadonlySet<string> };

/** Change-failure rate: of the releases rolled out in a period, the share that an incident is put down to. Pure. */
export function changeFailures(
  rolledOut: readonly { releaseId: string }[],
  attributions: readonly (Attribution | null)[],
): ChangeFailures {
  const ids = new Set(rolledOut.map(({ releaseId }) => releaseId));
  return failuresAmong({ releases: ids.size, ids }, attributions);
}

/** The same where the releases were counted elsewhere, so that not all of them need be at hand. Pure. */
export function failuresAmong(
  { releases, ids }: RolledOut,
  attributions: readonly (Attribution | null)[],
): ChangeFailures {
  const blamed = new Set(attributions.flatMap((each) => (each && ids.has(each.releaseId) ? [each.releaseId] : [])));
  return { releases, failed: blamed.size, rate: releases > 0 ? blamed.size / releases : null };
}
