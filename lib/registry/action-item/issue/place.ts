import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItemIssue } from "@/db/schema/action-item";
import { integration, integrationLink } from "@/db/schema/integration";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requireReach } from "../../actor-columns";
import type { CommandScope } from "../../command";
import type { ActionItemRow } from "../find";
import { issueName } from "../view";
import { issueKey, lockIssue } from "./row";

/** Repositories that the tenant's enabled GitHub integrations are linked with. */
export function linkedRepositories(tx: Tx, tenantId: string) {
  return tx
    .select({
      integrationId: integration.id,
      name: integration.name,
      apiUrl: integration.apiUrl,
      link: integrationLink,
    })
    .from(integrationLink)
    .innerJoin(
      integration,
      and(eq(integration.tenantId, integrationLink.tenantId), eq(integration.id, integrationLink.integrationId)),
    )
    .where(and(eq(integrationLink.tenantId, tenantId), eq(integration.kind, "github"), isNull(integration.disabledAt)))
    .orderBy(integrationLink.repository, integration.name);
}

/** Or `not_found`: issues are opened and followed only where an admin has linked the repository. */
export async function linkedRepository(
  tx: Tx,
  actor: Actor,
  { integrationId, repository }: { integrationId: string; repository: string },
): Promise<void> {
  const found = (await linkedRepositories(tx, actor.tenantId)).find(
    (each) => each.integrationId === integrationId && each.link.repository === repository,
  );
  if (!found) throw notLinked(repository);
  requireReach(actor, { serviceId: found.link.serviceId });
}

export const notLinked = (repository: string) =>
  new DomainError(
    "not_found",
    `${repository} is linked with no GitHub integration. An admin links it under Settings › Integrations.`,
  );

/** An item is tracked in one issue; one that is gone makes room. */
export async function requireUntracked({ tx, actor }: CommandScope, { id }: ActionItemRow): Promise<void> {
  const known = await lockIssue(tx, actor, id);
  if (!known) return;
  if (known.state !== "gone") {
    throw new DomainError("conflict", `This action item is tracked in ${issueName(known)} already.`);
  }
  await tx.delete(actionItemIssue).where(issueKey(actor, id));
}
