import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { deployment } from "@/db/schema/deployment";
import { EXPLANATION_LENGTH, explainingBar } from "@/lib/core/deployment/explain";
import { DomainError, invalid } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { itemTitle, ownerFields } from "../action-item/fields";
import { openActionItem } from "../action-item/open";
import { ownerOf } from "../action-item/owner";
import { partyOf, requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";

const told = (message: string) => z.string().trim().min(EXPLANATION_LENGTH, message).max(5000);
const input = z.strictObject({
  deploymentId: z.uuid(),
  cause: told(`say in ${EXPLANATION_LENGTH} characters or more why it was deployed without approval`),
  remedy: told(`say in ${EXPLANATION_LENGTH} characters or more what was done about it`),
  /** What is left to do. */
  actionItem: z.strictObject({ title: itemTitle, ...ownerFields, dueAt: instantText }).optional(),
});
type Input = z.output<typeof input>;
type Row = typeof deployment.$inferSelect;

/** Explains a deployment that nothing allowed. Nothing but a person's explanation closes such a finding. */
export const explainDeployment = command({
  name: "deployment.explain",
  permission: "deployment:explain",
  input,
  async run(scope, given) {
    const { tx, actor, now } = scope;
    const explainer = requirePerson(actor);
    const key = and(eq(deployment.tenantId, actor.tenantId), eq(deployment.id, given.deploymentId));
    const [row] = await tx.select().from(deployment).where(key).for("update");
    if (!row) throw new DomainError("not_found", "There is no such deployment.");
    if (row.match !== "bypass") throw new DomainError("conflict", "This deployment needs no explanation.");
    if (row.explainedAt) throw new DomainError("conflict", `${row.explainedByName} has explained this already.`);
    const bar = explainingBar(explainer, { deployedBy: row.deployedBy, reportedBy: partyOf(row) });
    if (bar) throw new DomainError("forbidden", bar);
    const actionItemId = given.actionItem ? await openItem(scope, row, given.actionItem) : null;
    const { cause, remedy } = given;
    await tx
      .update(deployment)
      .set({
        explainedAt: now,
        explainedById: explainer.id,
        explainedByName: explainer.name,
        cause,
        remedy,
        actionItemId,
      })
      .where(and(key, isNull(deployment.explainedAt)));
    const subjects = [row.id, row.serviceId, actionItemId].filter((each) => each !== null);
    const data = { deployment: row.id, externalId: row.externalId, cause, remedy, actionItem: actionItemId };
    return { value: { id: row.id, actionItemId }, record: { kind: "deployment", subjects, data } };
  },
});

async function openItem(
  { tx, actor, now }: CommandScope,
  row: Row,
  item: NonNullable<Input["actionItem"]>,
): Promise<string> {
  const dueAt = new Date(item.dueAt);
  if (dueAt.getTime() <= now.getTime()) throw invalid("actionItem.dueAt", "must lie in the future");
  const { id } = await openActionItem(
    { tx, actor, now },
    {
      title: item.title,
      detail: `It follows from a deployment that nothing had allowed. ${row.explanation}`,
      origin: { kind: "bypass", id: row.id },
      serviceId: row.serviceId,
      ...(await ownerOf(tx, actor.tenantId, item)),
      dueAt,
    },
  );
  return id;
}
