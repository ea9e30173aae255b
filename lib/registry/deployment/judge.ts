import type { Tx } from "@/db/client";
import { begunAt, type DeploymentFacts, type DeploymentSource, judgedAt } from "@/lib/core/deployment/facts";
import { type Matching, matchDeployment } from "@/lib/core/deployment/match";
import { verdictMaxAgeHours } from "../gate/verdict-age";
import { type DeploymentPlace, knownReleases } from "./known-releases";

type Judged = { source: DeploymentSource; isProduction: boolean; reportedAt: Date; facts: DeploymentFacts };

const IN_PROGRESS = "It is in progress, and is matched when GitHub says that it has ended.";
const NEVER_STARTED = "GitHub says that it failed without having started, so nothing was deployed.";

const unmatched = (match: "recorded" | "pending", explanation: string): Matching => ({
  match,
  basis: null,
  explanation,
  releaseId: null,
  decisionId: null,
});

/** Matches what is known of a deployment to the decisions about what it deployed. */
export async function judgeDeploymentFacts(
  tx: Tx,
  place: DeploymentPlace,
  { source, isProduction, reportedAt, facts }: Judged,
): Promise<Matching> {
  if (!isProduction) return unmatched("recorded", "This environment asks for no approval, so it is only recorded.");
  const at = judgedAt(source, facts, reportedAt);
  if (!at) return unmatched("pending", facts.endedAt ? NEVER_STARTED : IN_PROGRESS);
  const { artifacts, commit, version } = facts;
  const maxAgeSeconds = (await verdictMaxAgeHours(tx, place.tenantId)) * 3600;
  const releases = await knownReleases(tx, place, facts);
  return matchDeployment({ artifacts, commit, version, at, begunAt: begunAt(facts) }, releases, maxAgeSeconds);
}
