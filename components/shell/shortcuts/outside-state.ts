/** A value that several parts of the page follow, wherever they are mounted. */
export type OutsideState<T> = { get(): T; set(value: T): void; follow(changed: () => void): () => void };

export function outsideState<T>(initial: T): OutsideState<T> {
  let current = initial;
  const followers = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      current = value;
      for (const changed of followers) changed();
    },
    follow(changed) {
      followers.add(changed);
      return () => followers.delete(changed);
    },
  };
}
