const windowMs = 60_000;
const most = 5;

/** Counts unexpected ends; false when there were too many within a minute for a restart to make sense. */
export function createRestartBudget(now: () => number = () => performance.now()): () => boolean {
  let ends: number[] = [];
  return () => {
    ends = [...ends.filter((at) => now() - at < windowMs), now()];
    return ends.length <= most;
  };
}
