import { ROLES } from "@/lib/core/access";
import { isInForce, type MatrixRule, type RequiredRole } from "./matrix";

export type HistoryRule = MatrixRule & { setByName: string | null; endedByName: string | null };
export type RowState = "in-force" | "planned" | "past" | "called-off";
/** What one row of the matrix says from one instant until another. */
export type RowVersion = {
  state: RowState;
  roles: RequiredRole[];
  validFrom: Date;
  validUntil: Date | null;
  setBy: string | null;
  endedBy: string | null;
};
/** A change that is still to come. No roles: the service's own row ends, and the environment's holds again. */
export type PlannedChange = { at: Date; roles: RequiredRole[] };

/** The versions of one row of the matrix, the latest first. */
export function rowVersions(row: readonly HistoryRule[], now: Date): RowVersion[] {
  const groups = new Map<string, HistoryRule[]>();
  for (const rule of row) {
    const key = `${rule.validFrom.getTime()} ${rule.validUntil?.getTime() ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()]
    .flatMap((rules): RowVersion[] => {
      const [first] = rules;
      if (!first) return [];
      const { validFrom, validUntil, setByName: setBy, endedByName: endedBy } = first;
      return [{ state: stateOf(first, now), roles: rolesOf(rules), validFrom, validUntil, setBy, endedBy }];
    })
    .sort((one, other) => other.validFrom.getTime() - one.validFrom.getTime());
}

/** Changes of one row that are still to come, the next one first. */
export function plannedChanges(versions: readonly RowVersion[], now: Date): PlannedChange[] {
  const standing = versions.filter(({ state }) => state !== "called-off");
  const begins = standing.filter(({ validFrom }) => validFrom > now);
  const ends = standing.filter(
    ({ validUntil }) =>
      validUntil !== null &&
      validUntil > now &&
      !begins.some(({ validFrom }) => validFrom.getTime() === validUntil.getTime()),
  );
  return [
    ...begins.map(({ validFrom, roles }) => ({ at: validFrom, roles })),
    ...ends.flatMap(({ validUntil }) => (validUntil ? [{ at: validUntil, roles: [] }] : [])),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
}

function stateOf(rule: HistoryRule, now: Date): RowState {
  if (rule.validUntil !== null && rule.validUntil <= rule.validFrom) return "called-off";
  if (isInForce(rule, now)) return "in-force";
  return rule.validFrom > now ? "planned" : "past";
}

function rolesOf(rules: readonly HistoryRule[]): RequiredRole[] {
  return rules
    .map(({ role, requiresTraining }) => ({ role, requiresTraining }))
    .sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
}
