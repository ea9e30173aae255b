import type { Role } from "@/lib/core/access";
import type { ApproverFact, Delegator } from "@/lib/core/gate/facts";
import { assignApprovers } from "./assign";
import { signingBar } from "./bar";
import { type CountingRules, compareText, personOf } from "./counting";
import { trainingLapse } from "./training";
import { type Ballot, isOneHuman, signersOf, voicesOf } from "./voices";

/** Somebody whose signature now would get a role covered, in their own right or on behalf of somebody who is away. */
export type Candidate = { personId: string; name: string; onBehalfOf: (Delegator & { until: string }) | null };

type Possible = { candidate: Candidate; ballot: Ballot };

/** Everything that approvers who have not signed yet could sign now, without what bars them. */
export function possibleBallots(
  approvers: readonly ApproverFact[],
  given: readonly Ballot[],
  rules: CountingRules,
): Possible[] {
  return approvers
    .filter((each) => each.personId.trim() !== "" && barOf(each, rules) === null)
    .filter((each) => !given.some(({ signer }) => isOneHuman(signer, personOf(each))))
    .flatMap((each) => ballotsOf(each, rules));
}

/** Those of `possible` with whose signature all of `covered` and the role too would be covered, by name. */
export function candidatesFor(
  role: Role,
  covered: readonly Role[],
  given: readonly Ballot[],
  possible: readonly Possible[],
): Candidate[] {
  return possible
    .filter(({ ballot }) => {
      const { missing } = assignApprovers([...covered, role], signersOf(voicesOf([...given, ballot])));
      return missing.length === 0;
    })
    .map(({ candidate }) => candidate)
    .sort(byName);
}

function ballotsOf(approver: ApproverFact, rules: CountingRules): Possible[] {
  const { personId, name, roles, delegated = [], trainings } = approver;
  const signer = personOf(approver);
  const isTrained = (role: Role) => trainingLapse(role, rules.requiredTrainings, trainings) === null;
  const own: Possible = {
    candidate: { personId, name, onBehalfOf: null },
    ballot: { signer, authority: signer, onBehalfOf: null, roles: roles.filter(isTrained), signedAt: "" },
  };
  const lent = delegated
    .filter(({ role, from }) => isTrained(role) && barOf(from, rules) === null)
    .map(({ role, from, until }): Possible => {
      const ballot = { signer, authority: personOf(from), onBehalfOf: from, roles: [role], signedAt: "" };
      return { candidate: { personId, name, onBehalfOf: { ...from, until } }, ballot };
    });
  return [own, ...lent];
}

function barOf(person: Delegator, { parties }: CountingRules): string | null {
  return signingBar(personOf(person), parties);
}

function byName(one: Candidate, other: Candidate): number {
  const text = ({ name, personId, onBehalfOf }: Candidate) => [name, personId, onBehalfOf?.name ?? ""];
  const [first, second] = [text(one), text(other)];
  return first.reduce((order, part, index) => order || compareText(part, second[index] ?? ""), 0);
}
