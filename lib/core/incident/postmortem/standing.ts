/** Where the postmortem of an incident stands. `none`: nobody has begun it. */
export const POSTMORTEM_STATES = ["none", "draft", "published", "completed"] as const;
export type PostmortemState = (typeof POSTMORTEM_STATES)[number];
export type PostmortemStanding = { state: PostmortemState; publishedAt: Date | null; completedAt: Date | null };

type Known = {
  /** Of the latest resolution; null while the incident is open. */
  resolvedAt: Date | null;
  isBegun: boolean;
  publishedAt: readonly Date[];
  completedAt: readonly Date[];
};

/**
 * What counts of a postmortem's versions: the first one published, and the first one completed, since the latest
 * resolution. One from before tells nothing of what happened after the incident was opened again. Pure.
 */
export function postmortemStanding({ resolvedAt, isBegun, publishedAt, completedAt }: Known): PostmortemStanding {
  const first = (instants: readonly Date[]): Date | null => {
    if (!resolvedAt) return null;
    const counted = instants.filter((at) => at >= resolvedAt).sort((one, other) => one.getTime() - other.getTime());
    return counted[0] ?? null;
  };
  const published = first(publishedAt);
  const completed = published && first(completedAt);
  const state = completed ? "completed" : published ? "published" : isBegun ? "draft" : "none";
  return { state, publishedAt: published, completedAt: completed };
}
