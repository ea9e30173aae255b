import canonicalize from "canonicalize";
import { fieldPath } from "@/lib/core/errors";

/** One place where two manifests differ; undefined where it does not exist on that side. */
export type Difference = { path: string; before: unknown; after: unknown };

type Path = readonly PropertyKey[];
type Json = Record<string, unknown>;

/** What names an item of a list, so that inserting one does not make all later ones look changed. */
const ITEM_NAMES = ["name", "key"] as const;

/**
 * Every place at which `after` differs from `before`, in the order of the manifest: leaves with both values, whole
 * parts where they were added or removed. Items with a name or key of their own are compared with their namesake.
 * Empty exactly when both have the same digest. Pure.
 */
export function manifestDifference(before: unknown, after: unknown): Difference[] {
  return differ(before, after, []);
}

function differ(before: unknown, after: unknown, path: Path): Difference[] {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differ(own(before, key), own(after, key), [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return differLists(before, after, path);
  return [{ path: fieldPath(path), before, after }];
}

function differLists(before: unknown[], after: unknown[], path: Path): Difference[] {
  const [left, right] = [byName(before), byName(after)];
  if (!left || !right) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => differ(before[index], after[index], [...path, index])).flat();
  }
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const found = names.flatMap((name) => differ(left.get(name), right.get(name), [...path, name]));
  // Only the order changed: that changes the digest too, so it has to show.
  return found.length > 0 ? found : [{ path: fieldPath(path), before: [...left.keys()], after: [...right.keys()] }];
}

/** The items by their names; null where one has none or two share one. */
function byName(items: readonly unknown[]): Map<string, unknown> | null {
  const named = new Map<string, unknown>();
  for (const item of items) {
    const name = isObject(item) ? ITEM_NAMES.map((key) => item[key]).find((value) => typeof value === "string") : null;
    if (typeof name !== "string" || named.has(name)) return null;
    named.set(name, item);
  }
  return named;
}

function own(object: Json, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalize(one) === canonicalize(other);
}
