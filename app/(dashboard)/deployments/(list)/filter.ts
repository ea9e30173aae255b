import { MATCH_WORDS, STATE_WORDS } from "@/components/deployment/match-status";
import { DEPLOYMENT_STATES } from "@/lib/core/deployment/facts";
import { DEPLOYMENT_MATCHES } from "@/lib/core/deployment/match";
import { type DeploymentFilter, FINDING_STATES } from "@/lib/registry/deployment/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";

const NAMES = ["service", "environment", "match", "state", "finding", "after", "before"] as const;

export const MATCH_CHOICES = DEPLOYMENT_MATCHES.map((value) => ({ value, label: MATCH_WORDS[value].label }));
export const STATE_CHOICES = DEPLOYMENT_STATES.map((value) => ({ value, label: STATE_WORDS[value].label }));
export const FINDING_CHOICES = [
  { value: "open", label: "To be explained" },
  { value: "explained", label: "Explained" },
];

/** The list's state from its address; a word that is none of the list's narrows nothing. */
export async function readDeploymentFilter(params: SearchParams) {
  const { after, before, match, state, finding, ...rest } = await readParams(params, NAMES);
  const found: DeploymentFilter = {
    ...rest,
    match: DEPLOYMENT_MATCHES.find((each) => each === match),
    state: DEPLOYMENT_STATES.find((each) => each === state),
    finding: FINDING_STATES.find((each) => each === finding),
  };
  const filter = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as DeploymentFilter;
  return { filter, page: { after, before } };
}
