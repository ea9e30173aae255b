/** Tells findings apart that share rule and place: the second is `… 2`, in the order of the report. */
export class Occurrences {
  readonly #seen = new Map<string, number>();

  /** What the finding of this rule at this place is to be called in its place. */
  place(rule: string, place: string): string {
    const key = JSON.stringify([rule.toLowerCase(), place.toLowerCase()]);
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count === 1 ? place : `${place} ${count}`;
  }
}
