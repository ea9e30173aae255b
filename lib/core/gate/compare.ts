import canonicalize from "canonicalize";
import type { CheckId } from "./check-ids";
import type { CheckResult, Verdict } from "./verdict";

/** `cleared`: it blocked and no longer does; `broke`: the other way round; `changed`: only what was seen differs. */
export type CheckChange = "cleared" | "broke" | "changed" | "added" | "removed";
export type CheckComparison = {
  id: CheckId;
  title: string;
  change: CheckChange;
  before: CheckResult | null;
  after: CheckResult | null;
};

const ORDER: readonly CheckChange[] = ["cleared", "broke", "added", "removed", "changed"];
/** What is compared of a check; the words of its remedy follow from these. */
const SEEN = ["outcome", "waived", "waiverIds", "blocking", "threshold", "details"] as const;
/** Of checks that measure an age, which the clock alone changes, another piece of evidence is news. */
const AGES: readonly (string | null)[] = ["hours", "days"];

/** Whether this check alone would keep a release from shipping. */
export const isInTheWay = (check: CheckResult): boolean => check.blocking && check.outcome !== "pass" && !check.waived;

/**
 * What changed from one stored evaluation to another of the same release, check by check: first what was cleared, then
 * what broke, then the rest, each in the order of the gate. Equal checks are left out. Pure.
 */
export function compareVerdicts(before: Verdict, after: Verdict): CheckComparison[] {
  const ids = [...new Set([...before.checks, ...after.checks].map(({ id }) => id))];
  const compared = ids.flatMap((id): CheckComparison[] => {
    const [left, right] = [checkOf(before, id), checkOf(after, id)];
    const change = changeOf(left, right);
    return change ? [{ id, title: (right ?? left)?.title ?? id, change, before: left, after: right }] : [];
  });
  return ORDER.flatMap((change) => compared.filter((each) => each.change === change));
}

const checkOf = (verdict: Verdict, id: CheckId): CheckResult | null =>
  verdict.checks.find((check) => check.id === id) ?? null;

function changeOf(before: CheckResult | null, after: CheckResult | null): CheckChange | null {
  if (!before || !after) return before ? "removed" : after ? "added" : null;
  if (isInTheWay(before) !== isInTheWay(after)) return isInTheWay(before) ? "cleared" : "broke";
  return seen(before) === seen(after) ? null : "changed";
}

function seen(check: CheckResult) {
  const value = AGES.includes(check.unit) ? (check.evidence?.id ?? null) : check.observed;
  return canonicalize([...SEEN.map((key) => check[key]), value]);
}
