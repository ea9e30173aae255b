import { waivingBar } from "@/lib/core/approval/bar";
import { compareText } from "@/lib/core/approval/counting";
import { CHECK_IDS, type CheckId } from "./check-ids";
import { signaturesOfNewRevision } from "./checks/approvals";
import type { Context } from "./context";
import { MANIFEST_CURE } from "./cures";
import { smallestHittingSet } from "./hitting-set";
import { blocks, type Judged } from "./judged";
import type { Cure, Part, PartPlace } from "./judgement";
import type { Fix } from "./verdict";

/** One thing that stands in the way, the checks that it holds up, and what would clear it. */
type Need = { finding: string | null; checks: CheckId[]; cures: Cure[] };

/**
 * The smallest set of things to do that would unblock, with who can do each. A new manifest revision voids every
 * signature, so the set with one (and all signatures anew) competes with the set without one. Where a waiver and a
 * mend are equally short and waivers alone would do, a failed check gets the waiver; its remedy names the mend.
 */
export function explain(judged: readonly Judged[], context: Context | null): Fix[] {
  const blocking = judged.filter(blocks);
  const needs = needsOf(blocking, context);
  const isWaivable = needs.every(({ cures }) => cures.some(isWaiver));
  const failed = new Set(blocking.filter(({ judgement }) => judgement.outcome === "fail").map(({ id }) => id));
  const isWaiverWanted = (check: CheckId) => isWaivable && failed.has(check);
  const plans = [keepManifest(needs), ...(context ? [reviseManifest(needs, judged, context)] : [])];
  const solved = plans.flatMap((plan) => {
    const fixes = plan ? solve(plan, isWaiverWanted) : null;
    return fixes ? [fixes] : [];
  });
  return solved.reduce<Fix[] | null>((best, fixes) => (best && best.length <= fixes.length ? best : fixes), null) ?? [];
}

function needsOf(blocking: readonly Judged[], context: Context | null): Need[] {
  const parts = blocking.flatMap((check) => check.uncovered.map((part) => ({ check, part })));
  const needs = parts
    .filter(({ part }) => !part.follows)
    .map(({ check, part }) => needOf(check.id, part, waiverCures(check, part, context)));
  const needAt = (place: PartPlace | undefined) =>
    needs.find(({ checks, finding }) => checks[0] === place?.check && finding === place?.finding);
  for (const { check, part } of parts) {
    const followed = needAt(part.follows);
    if (followed && !followed.checks.includes(check.id)) followed.checks.push(check.id);
    for (const place of part.alsoClears ?? []) needAt(place)?.cures.push(...part.cures);
  }
  return needs;
}

function needOf(check: CheckId, part: Part, waivers: Cure[]): Need {
  return { finding: part.finding, checks: [check], cures: [...part.cures, ...waivers] };
}

/** A waiver of the whole check where that covers the part, narrowed to the finding where there is only this one. */
function waiverCures(check: Judged, part: Part, context: Context | null): Cure[] {
  if (!check.waivable || !context) return [];
  const isNarrow = part.finding !== null && (check.judgement.ownWaiverEach || check.uncovered.length === 1);
  const about = isNarrow ? `${check.title}: ${part.name ?? part.finding}` : check.title;
  const { policy, facts, parties } = context;
  const holders = facts.approvers.filter(
    ({ personId, name, email, roles }) =>
      roles.some((role) => policy.waiverRoles.includes(role)) &&
      waivingBar({ id: personId, name, email }, parties) === null,
  );
  return [
    {
      key: `waiver:${check.id}:${isNarrow ? part.finding : ""}`,
      action: `Grant a waiver for ${about} (at most ${policy.maxWaiverDays} days)`,
      owner: policy.waiverRoles[0] ?? "change-board",
      people: [...new Set(holders.map(({ name }) => name))].sort(compareText),
    },
  ];
}

function keepManifest(needs: readonly Need[]): Need[] {
  return needs.map((need) => ({ ...need, cures: need.cures.filter(({ key }) => key !== MANIFEST_CURE) }));
}

/** Null where a new revision would clear nothing. */
function reviseManifest(needs: readonly Need[], judged: readonly Judged[], context: Context): Need[] | null {
  const cure = needs.flatMap(({ cures }) => cures).find(({ key }) => key === MANIFEST_CURE);
  if (!cure) return null;
  const approvals = judged.find(({ id, blocking }) => id === "approvals.complete" && blocking);
  const cleared = needs.filter(({ cures }) => cures.some(({ key }) => key === MANIFEST_CURE));
  const others = needs.filter((need) => !cleared.includes(need) && need.checks[0] !== "approvals.complete");
  const signatures = approvals
    ? signaturesOfNewRevision(context).map((part) => needOf(approvals.id, part, waiverCures(approvals, part, context)))
    : [];
  return [...cleared.map((need) => ({ ...need, cures: [cure] })), ...others, ...signatures];
}

function isWaiver({ key }: Cure): boolean {
  return key.startsWith("waiver:");
}

/** In a tie: wanted waivers, then mends, then other waivers. */
function preferenceOf(needs: readonly Need[], isWaiverWanted: (check: CheckId) => boolean): string[] {
  const ranked = needs.flatMap(({ checks, cures }) =>
    cures.map((cure) => {
      const isWanted = checks.some(isWaiverWanted);
      return { key: cure.key, rank: isWaiver(cure) ? (isWanted ? 0 : 2) : 1 };
    }),
  );
  return [0, 1, 2].flatMap((rank) => ranked.filter((each) => each.rank === rank).map(({ key }) => key));
}

function solve(needs: readonly Need[], isWaiverWanted: (check: CheckId) => boolean): Fix[] | null {
  const cures = new Map(needs.flatMap((need) => need.cures.map((cure) => [cure.key, cure])));
  const keys = [...cures.keys()];
  const chosen = smallestHittingSet(
    needs.map((need) => need.cures.map(({ key }) => key)),
    [...new Set(preferenceOf(needs, isWaiverWanted))],
  );
  if (!chosen) return null;
  const inOrder = keys.filter((key) => chosen.includes(key));
  return inOrder.flatMap((key) => {
    const cure = cures.get(key);
    return cure ? [fixOf(cure, needs)] : [];
  });
}

function fixOf({ key, action, owner, people }: Cure, needs: readonly Need[]): Fix {
  const cleared = new Set(
    needs.filter(({ cures }) => cures.some((cure) => cure.key === key)).flatMap((need) => need.checks),
  );
  return { action, owner, people, clears: CHECK_IDS.filter((id) => cleared.has(id)) };
}
