import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { enqueue } from "@/db/jobs/enqueue";
import { deploymentRequest, webhookDelivery } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { commitText } from "@/lib/core/release/identity";
import { type CommandScope, command } from "../command";
import { newId } from "../id";
import { requireIntegration } from "./require-integration";
import { targetOf } from "./target";

export const deliveryIdText = z.string().regex(/^[\x21-\x7e]{1,200}$/, "must be 1 to 200 printable characters");
const text = z.string().max(2000).nullable();
const input = z.strictObject({
  deliveryId: deliveryIdText,
  event: z.string().max(100),
  /** The sender's own name of the request: the same name is the same request. */
  externalId: z.string().max(600),
  repository: z.string().max(255),
  service: z.string().max(100).nullable().default(null),
  environment: z.string().max(255).nullable(),
  commit: z.string().max(64).nullable(),
  callbackUrl: text,
  installationId: z.string().max(40).nullable().default(null),
  /** What the door found to be missing; such a request is recorded and never answered. */
  problem: text.default(null),
  /** Refuses what is wrong instead of recording it, for senders who read the answer. */
  strict: z.boolean().default(false),
});
type Input = z.output<typeof input>;
type Row = typeof deploymentRequest.$inferSelect;

/** A sender who reads the answer is judged for by the door itself; the job is for when it waits. */
const ANSWERED_AT_ONCE_SECONDS = 20;

/** `duplicate`: this very delivery came before. `repeated`: the request is known from another delivery. */
export type Received = { requestId: string; state: Row["state"]; duplicate: boolean; repeated: boolean };

/** Takes the wish to deploy of a verified webhook: one row for a request, however often and in whatever order it comes. */
export const receiveDeployment = command({
  name: "deployment-request.receive",
  permission: "deployment:answer",
  input,
  async run(scope, given) {
    const { tx, now } = scope;
    const actor = requireIntegration(scope.actor);
    const target = await resolve(tx, actor, given);
    const row = rowOf(actor, given, target, now);
    const inserted = await tx.insert(deploymentRequest).values(row).onConflictDoNothing().returning();
    const isNew = inserted.length > 0;
    const known = inserted[0] ?? (await knownRequest(tx, actor, given));
    const duplicate = !(await noteDelivery(scope, actor, given, isNew ? row.state : "repeated"));
    if (duplicate && isNew) throw new DomainError("conflict", "This delivery id was used for something else.");
    const value: Received = { requestId: known.id, state: known.state, duplicate, repeated: !isNew };
    if (!isNew) return { value, record: "unchanged" };
    if (row.state === "waiting") {
      await enqueue(
        tx,
        "judge-deployment",
        { tenantId: row.tenantId, requestId: row.id },
        { key: row.id, afterSeconds: given.strict ? ANSWERED_AT_ONCE_SECONDS : 0 },
      );
    }
    return { value, record: { kind: "deployment-request", subjects: subjectsOf(row), data: dataOf(row, actor) } };
  },
});

type Resolved = { serviceId: string | null; environmentId: string | null; problem: string | null };

async function resolve(tx: Tx, actor: IntegrationActor, given: Input): Promise<Resolved> {
  const nowhere = (problem: string): Resolved => ({ serviceId: null, environmentId: null, problem });
  if (given.environment === null) return nowhere("GitHub named no environment");
  const { repository, service, environment } = given;
  const found = await targetOf(tx, actor, { repository, service, environment });
  if ("problem" in found) {
    if (given.strict) throw invalid(found.field, found.problem);
    return nowhere(found.problem);
  }
  if (!commitText.safeParse(given.commit).success) return { ...found, problem: "it names no commit" };
  return { ...found, problem: given.problem };
}

function rowOf(actor: IntegrationActor, given: Input, { problem, ...target }: Resolved, now: Date) {
  return {
    tenantId: actor.tenantId,
    id: newId(now),
    integrationId: actor.id,
    externalId: given.externalId,
    repository: given.repository,
    externalEnvironment: given.environment ?? "",
    ...target,
    commit: given.commit ?? "",
    callbackUrl: given.callbackUrl,
    installationId: given.installationId,
    state: problem ? ("unanswerable" as const) : ("waiting" as const),
    note: problem && `This cannot be answered: ${problem}.`,
    reports: 0,
    requestedAt: now,
    answeredAt: problem ? now : null,
  };
}
type NewRow = ReturnType<typeof rowOf>;

/** A sender that uses a name again for something else would get the answer to the first. */
async function knownRequest(tx: Tx, actor: IntegrationActor, given: Input): Promise<Row> {
  const [row] = await tx
    .select()
    .from(deploymentRequest)
    .where(
      and(
        eq(deploymentRequest.tenantId, actor.tenantId),
        eq(deploymentRequest.integrationId, actor.id),
        eq(deploymentRequest.externalId, given.externalId),
      ),
    );
  if (!row) throw new DomainError("conflict", "This request is being received by another delivery. Send it again.");
  const same = row.commit === (given.commit ?? "") && row.externalEnvironment === (given.environment ?? "");
  if (same && row.repository === given.repository) return row;
  throw new DomainError("conflict", "This request was made before for another commit, repository or environment.");
}

async function noteDelivery(
  { tx, now }: CommandScope,
  actor: IntegrationActor,
  { deliveryId, event }: Input,
  outcome: string,
): Promise<boolean> {
  const row = { tenantId: actor.tenantId, integrationId: actor.id, deliveryId, event, outcome, receivedAt: now };
  const noted = await tx
    .insert(webhookDelivery)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: webhookDelivery.deliveryId });
  return noted.length > 0;
}

const subjectsOf = ({ id, integrationId, serviceId }: NewRow) =>
  serviceId ? [id, integrationId, serviceId] : [id, integrationId];

function dataOf(row: NewRow, actor: IntegrationActor): Record<string, unknown> {
  const { id, repository, externalEnvironment, externalId, commit, state, note, serviceId, environmentId } = row;
  return {
    request: id,
    name: `${repository} → ${externalEnvironment || "?"}`,
    integration: actor.id,
    externalId,
    service: serviceId,
    environment: environmentId,
    commit,
    state,
    note,
  };
}
