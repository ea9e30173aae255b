import type { ContentField, PostmortemContent } from "./model";

type Value = PostmortemContent[ContentField];

/** Whether two values of a field are the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Both of two texts of one field, for whoever decides between them: the stored one first, then what is only in the other.
 * Follow-ups of one id but different text become two, the second one named by `newId`. Pure.
 */
export function bothValues<V extends Value>(stored: V, mine: V, newId: () => string): V {
  if (typeof stored === "string" || typeof mine === "string") return bothTexts(String(stored), String(mine)) as V;
  const more = (mine as unknown[]).filter((item) => !(stored as unknown[]).some((known) => isSame(known, item)));
  return [...(stored as unknown[]), ...more.map((item) => renamed(item, stored as unknown[], newId))] as V;
}

function bothTexts(stored: string, mine: string): string {
  if (mine === "" || stored.includes(mine)) return stored;
  return stored === "" || mine.includes(stored) ? mine : `${stored}\n\n${mine}`;
}

function renamed(item: unknown, stored: readonly unknown[], newId: () => string): unknown {
  const id = idOf(item);
  return id !== null && stored.some((known) => idOf(known) === id) ? { ...(item as object), id: newId() } : item;
}

const idOf = (item: unknown): string | null =>
  typeof item === "object" && item !== null && "id" in item ? String(item.id) : null;
