/** A rollout of a service that an incident affects. */
export type Rollout = {
  releaseId: string;
  serviceId: string;
  isProduction: boolean;
  startedAt: Date;
  /** Null while it is under way, and where it failed. */
  finishedAt: Date | null;
};
export type RankedRollout<R extends Rollout = Rollout> = R & {
  /** When it began or ended, whichever is the last that is known before the incident's beginning. */
  rolledOutAt: Date;
  minutesBefore: number;
  isDeclaredService: boolean;
};

const MINUTE_MS = 60_000;
export const SUSPECT_DAYS = 14;
export const MOST_SUSPECTS = 8;

type Beginning = { at: Date; serviceId: string; windowHours: number };

/**
 * Rollouts that may have caused an incident, the likeliest first: those to production before others, those within the
 * window in which a rollout is held against a release before older ones, those of the service that the incident was
 * declared on before those of others that it affects, then the latest. What began after the incident caused nothing,
 * and what is older than 14 days is nobody's suspect. Pure; the order of `rollouts` does not matter.
 */
export function rankSuspects<R extends Rollout>(rollouts: readonly R[], beginning: Beginning): RankedRollout<R>[] {
  const windowMinutes = beginning.windowHours * 60;
  return rollouts
    .flatMap((rollout) => placed(rollout, beginning))
    .filter(({ minutesBefore }) => minutesBefore <= SUSPECT_DAYS * 24 * 60)
    .sort(
      (one, other) =>
        Number(other.isProduction) - Number(one.isProduction) ||
        Number(other.minutesBefore <= windowMinutes) - Number(one.minutesBefore <= windowMinutes) ||
        Number(other.isDeclaredService) - Number(one.isDeclaredService) ||
        other.rolledOutAt.getTime() - one.rolledOutAt.getTime() ||
        (one.releaseId < other.releaseId ? -1 : 1),
    )
    .slice(0, MOST_SUSPECTS);
}

function placed<R extends Rollout>(rollout: R, { at, serviceId }: Beginning): RankedRollout<R>[] {
  if (rollout.startedAt > at) return [];
  const rolledOutAt = rollout.finishedAt && rollout.finishedAt <= at ? rollout.finishedAt : rollout.startedAt;
  const minutesBefore = Math.floor((at.getTime() - rolledOutAt.getTime()) / MINUTE_MS);
  return [{ ...rollout, rolledOutAt, minutesBefore, isDeclaredService: rollout.serviceId === serviceId }];
}
