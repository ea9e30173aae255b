import type { Tx } from "@/db/client";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import { type PostmortemDeadlines, postmortemDeadlines } from "@/lib/core/incident/postmortem/deadlines";
import type { PostmortemStanding } from "@/lib/core/incident/postmortem/standing";
import type { IncidentRow } from "../incident/find";
import { currentIncidentPolicy } from "../incident-policy/current";
import { findPostmortem, type PostmortemRow } from "./find";
import { postmortemState } from "./state";

type Judged = {
  row: Pick<IncidentRow, "severity" | "resolvedAt">;
  paper: Pick<PostmortemRow, "importedDigest" | "begunAt"> | null;
  standing: PostmortemStanding;
};

/** How the deadlines of an incident's postmortem stand. Nobody is late with what came from elsewhere: it counts anew. */
export function judgedDeadlines({ row, paper, standing }: Judged, policy: IncidentPolicy, now: Date) {
  const { severity, resolvedAt } = row;
  const isImported = paper !== null && paper.importedDigest !== null;
  const from = resolvedAt && isImported && paper.begunAt > resolvedAt ? paper.begunAt : resolvedAt;
  const { publishedAt, completedAt } = standing;
  return postmortemDeadlines({ severity, resolvedAt: from, publishedAt, completedAt }, policy, now);
}

export type PostmortemNow = {
  standing: PostmortemStanding;
  paper: PostmortemRow | null;
  deadlines: PostmortemDeadlines | null;
  policy: IncidentPolicy;
};

/** Where the postmortem of an incident stands at `now`, and by when what is owed. */
export async function postmortemNow(tx: Tx, row: IncidentRow, now: Date): Promise<PostmortemNow> {
  const { policy } = await currentIncidentPolicy(tx, row.tenantId);
  const paper = await findPostmortem(tx, row.tenantId, row.id);
  const standing = await postmortemState(tx, row.tenantId, row.id);
  return { standing, paper, policy, deadlines: judgedDeadlines({ row, paper, standing }, policy, now) };
}
