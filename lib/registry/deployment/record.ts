import { and, eq } from "drizzle-orm";
import { deployment } from "@/db/schema/deployment";
import { begunAt, type DeploymentFacts, type DeploymentReport, withReport } from "@/lib/core/deployment/facts";
import type { DeploymentMatch, Matching } from "@/lib/core/deployment/match";
import { canonicalJson } from "@/lib/core/digest";
import { DomainError, invalid } from "@/lib/core/errors";
import { secondsBetween } from "@/lib/core/instant";
import { doneByColumns } from "../actor-columns";
import type { CommandOutcome, CommandScope } from "../command";
import { newId } from "../id";
import { judgeDeploymentFacts } from "./judge";
import type { DeploymentTarget } from "./target";
import { tellBypass } from "./tell";

export type DeploymentName = {
  source: (typeof deployment.$inferSelect)["source"];
  integrationId: string | null;
  externalId: string;
};
export type ReportedDeployment = {
  id: string;
  state: DeploymentFacts["state"];
  match: DeploymentMatch;
  explanation: string;
  releaseId: string | null;
  decisionId: string | null;
  /** Nothing in this message was new. */
  duplicate: boolean;
};

type Row = typeof deployment.$inferSelect;
/** A clock that runs further ahead is set wrong, and what it says proves nothing. */
const MOST_AHEAD_SECONDS = 300;

/**
 * Takes one message about a deployment. Messages of the same name add up in whatever order they come; each time the
 * deployment is matched anew, and a match that changes is told in the ledger.
 */
export async function recordDeployment(
  scope: CommandScope,
  target: DeploymentTarget,
  name: DeploymentName,
  report: DeploymentReport,
): Promise<CommandOutcome<ReportedDeployment>> {
  const { now } = scope;
  if (secondsBetween(now, report.at) > MOST_AHEAD_SECONDS) throw invalid("deployedAt", "lies in the future");
  const known = await lockKnown(scope, target, name);
  const facts = withReport(known && factsOf(known), report);
  if (known && canonicalJson(plain(facts)) === canonicalJson(plain(factsOf(known)))) {
    return { value: answerOf(known, true), record: "unchanged" };
  }
  const judged = await judgeDeploymentFacts(scope.tx, placeOf(scope, target), {
    source: name.source,
    isProduction: target.environment.isProduction,
    reportedAt: known?.reportedAt ?? now,
    facts,
  });
  const row = known
    ? await change(scope, known, facts, judged)
    : await insert(scope, { ...name, ...placeOf(scope, target) }, facts, judged);
  // Its first message came twice at once: the other one is known by now.
  if (!row) return recordDeployment(scope, target, name, report);
  if (row.match === "bypass") await tellBypass(scope, target, row);
  return { value: answerOf(row, false), record: recordOf(row, target, known?.match ?? null) };
}

const placeOf = ({ actor }: CommandScope, { service: { id: serviceId }, environment: { id } }: DeploymentTarget) => ({
  tenantId: actor.tenantId,
  serviceId,
  environmentId: id,
});

async function lockKnown(
  scope: CommandScope,
  target: DeploymentTarget,
  { source, externalId }: DeploymentName,
): Promise<Row | null> {
  const { tenantId, serviceId, environmentId } = placeOf(scope, target);
  const [row] = await scope.tx
    .select()
    .from(deployment)
    .where(
      and(
        eq(deployment.tenantId, tenantId),
        eq(deployment.serviceId, serviceId),
        eq(deployment.environmentId, environmentId),
        eq(deployment.source, source),
        eq(deployment.externalId, externalId),
      ),
    )
    .for("update");
  return row ?? null;
}

function factsOf(row: Row): DeploymentFacts {
  const { state, stateAt, startedAt, endedAt, commit, version, artifacts, url, deployedBy } = row;
  return { state, stateAt, startedAt, endedAt, commit, version, artifacts, url, deployedBy };
}

const plain = (facts: DeploymentFacts): unknown => JSON.parse(JSON.stringify(facts));

type Named = DeploymentName & { tenantId: string; serviceId: string; environmentId: string };

async function insert({ tx, actor, now }: CommandScope, named: Named, facts: DeploymentFacts, judged: Matching) {
  const row = {
    ...named,
    id: newId(now),
    ...facts,
    reportedAt: now,
    deployedAt: begunAt(facts),
    ...judged,
    findingAt: judged.match === "bypass" ? now : null,
    ...doneByColumns(actor),
  };
  const [stored] = await tx.insert(deployment).values(row).onConflictDoNothing().returning();
  return stored ?? null;
}

async function change({ tx, now }: CommandScope, known: Row, facts: DeploymentFacts, judged: Matching): Promise<Row> {
  const findingAt = judged.match === "bypass" ? (known.findingAt ?? now) : null;
  const [row] = await tx
    .update(deployment)
    .set({ ...facts, deployedAt: begunAt(facts), ...judged, findingAt })
    .where(and(eq(deployment.tenantId, known.tenantId), eq(deployment.id, known.id)))
    .returning();
  if (!row) throw new DomainError("conflict", "This deployment is not there any more.");
  return row;
}

const answerOf = (row: Row, duplicate: boolean): ReportedDeployment => ({
  id: row.id,
  state: row.state,
  match: row.match,
  explanation: row.explanation,
  releaseId: row.releaseId,
  decisionId: row.decisionId,
  duplicate,
});

function recordOf(row: Row, { service: { slug }, environment }: DeploymentTarget, matchBefore: Row["match"] | null) {
  const { id, serviceId, releaseId, decisionId, externalId, source, state, commit, version, artifacts } = row;
  const subjects = [id, serviceId, releaseId, decisionId].filter((each) => each !== null);
  const data = {
    deployment: id,
    name: `${slug} → ${environment.slug} (${externalId})`,
    source,
    externalId,
    service: serviceId,
    environment: row.environmentId,
    commit,
    version,
    artifacts,
    state,
    stateAt: row.stateAt.toISOString(),
    deployedAt: row.deployedAt.toISOString(),
    deployedBy: row.deployedBy,
    match: row.match,
    matchBefore,
    explanation: row.explanation,
    release: releaseId,
    decision: decisionId,
  };
  return { kind: "deployment", subjects, data };
}
