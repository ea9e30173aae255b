import type { Role } from "@/lib/core/access";
import type { ApproverFact, Delegator, Facts } from "@/lib/core/gate/facts";
import { signingBar } from "./bar";
import { personOf } from "./counting";
import { type InvolvedParty, releaseParties } from "./parties";
import { trainingLapse } from "./training";

/** A role in which somebody may sign, of their own (null) or on behalf of whoever lent it. */
export type Authority = { role: Role; onBehalfOf: (Delegator & { until: string; delegationId: string | null }) | null };
export type SigningStanding = {
  /** Why they may not sign at all, in words for them; null where they may. */
  bar: string | null;
  authorities: Authority[];
  /** Roles that they have, and what keeps each from signing now. */
  barred: (Authority & { bar: string })[];
};

/** Why this person may not sign this release, in words for them, and in which of the required roles they may. */
export function signingStanding(facts: Facts, required: readonly Role[], signer: ApproverFact): SigningStanding {
  const parties = releaseParties(facts);
  const judged = authoritiesOf(required, signer).map((each) => ({
    ...each,
    bar: lapseBar(each.role, facts, signer) ?? lenderBar(each, parties),
  }));
  const authorities = judged.flatMap(({ bar, ...each }) => (bar === null ? [each] : []));
  const barred = judged.flatMap(({ bar, ...each }) => (bar === null ? [] : [{ ...each, bar }]));
  const own = signingBar(personOf(signer), parties);
  if (own) return { bar: `${own}.`, authorities, barred };
  if (authorities.length > 0) return { bar: null, authorities, barred };
  const needed = required.length > 0 ? required.join(", ") : "no role is set in the approval matrix";
  return { bar: barred[0]?.bar ?? `You hold none of the roles that sign here (${needed}).`, authorities, barred };
}

function authoritiesOf(required: readonly Role[], { roles, delegated = [] }: ApproverFact): Authority[] {
  return required.flatMap((role): Authority[] => {
    const own: Authority[] = roles.includes(role) ? [{ role, onBehalfOf: null }] : [];
    const lent = delegated.filter((each) => each.role === role);
    return [
      ...own,
      ...lent.map(({ from, until, delegationId }) => ({ role, onBehalfOf: { ...from, until, delegationId } })),
    ];
  });
}

function lapseBar(role: Role, { requiredTrainings = [] }: Facts, { trainings }: ApproverFact): string | null {
  const lapse = trainingLapse(role, requiredTrainings, trainings);
  return lapse && `Your ${lapse}; ask an admin to record a new one.`;
}

function lenderBar({ onBehalfOf }: Authority, parties: readonly InvolvedParty[]): string | null {
  const bar = onBehalfOf && signingBar(personOf(onBehalfOf), parties, "third");
  return bar && `You act for ${onBehalfOf.name}, who ${bar}.`;
}
