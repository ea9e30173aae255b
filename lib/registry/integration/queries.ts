import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { integration, integrationLink, webhookDelivery } from "@/db/schema/integration";
import type { Actor } from "@/lib/core/access";
import { requirePermission } from "../command";
import { read } from "../read";

export type LinkView = {
  id: string;
  repository: string;
  service: string;
  /** The sender's names and the slugs that they mean. */
  environments: { name: string; environment: string }[];
};
export type DeliveryView = { id: string; event: string; outcome: string; receivedAt: string };
export type IntegrationView = {
  id: string;
  kind: "github" | "webhook";
  name: string;
  apiUrl: string | null;
  appId: string | null;
  enabled: boolean;
  createdAt: string;
  createdBy: string;
  links: LinkView[];
  /** Newest first. */
  deliveries: DeliveryView[];
};

const MAX = 100;
const DELIVERIES = 5;

/** Every integration with its links and latest deliveries, by name. No secret is part of it, sealed or not. */
export async function listIntegrations(actor: Actor): Promise<{ items: IntegrationView[]; now: string }> {
  requirePermission(actor, "integration:manage");
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select({
        id: integration.id,
        kind: integration.kind,
        name: integration.name,
        apiUrl: integration.apiUrl,
        appId: integration.appId,
        disabledAt: integration.disabledAt,
        createdAt: integration.createdAt,
        createdBy: integration.byName,
      })
      .from(integration)
      .where(eq(integration.tenantId, actor.tenantId))
      .orderBy(asc(integration.name))
      .limit(MAX);
    const links = await linksOf(tx, actor);
    const items: IntegrationView[] = [];
    for (const { disabledAt, createdAt, ...row } of rows) {
      items.push({
        ...row,
        enabled: disabledAt === null,
        createdAt: createdAt.toISOString(),
        links: links.filter(({ integrationId }) => integrationId === row.id).map(({ view }) => view),
        deliveries: await deliveriesOf(tx, actor, row.id),
      });
    }
    return { items, now: now.toISOString() };
  });
}

async function linksOf(tx: Tx, actor: Actor): Promise<{ integrationId: string; view: LinkView }[]> {
  const rows = await tx
    .select({ link: integrationLink, service: service.slug })
    .from(integrationLink)
    .innerJoin(service, and(eq(service.tenantId, integrationLink.tenantId), eq(service.id, integrationLink.serviceId)))
    .where(eq(integrationLink.tenantId, actor.tenantId))
    .orderBy(asc(integrationLink.repository));
  const places = await tx
    .select({ id: environment.id, slug: environment.slug })
    .from(environment)
    .where(eq(environment.tenantId, actor.tenantId));
  const slugs = new Map(places.map(({ id, slug }) => [id, slug]));
  return rows.map(({ link, service: slug }) => ({
    integrationId: link.integrationId,
    view: {
      id: link.id,
      repository: link.repository,
      service: slug,
      environments: Object.entries(link.environments)
        .map(([name, id]) => ({ name, environment: slugs.get(id) ?? id }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    },
  }));
}

async function deliveriesOf(tx: Tx, actor: Actor, integrationId: string): Promise<DeliveryView[]> {
  const rows = await tx
    .select()
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.tenantId, actor.tenantId), eq(webhookDelivery.integrationId, integrationId)))
    .orderBy(desc(webhookDelivery.receivedAt))
    .limit(DELIVERIES);
  return rows.map(({ deliveryId, event, outcome, receivedAt }) => ({
    id: deliveryId,
    event,
    outcome,
    receivedAt: receivedAt.toISOString(),
  }));
}
