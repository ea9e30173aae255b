import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { integrationLink } from "@/db/schema/integration";
import type { Actor } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { lockIntegration } from "./find";

const MAX_ENVIRONMENTS = 50;
const repositoryText = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(/^[^\s/]+(\/[^\s/]+)*$/, "is written owner/name");
const environmentMap = z
  .record(z.string().trim().min(1).max(255), z.uuid())
  .refine((map) => Object.keys(map).length <= MAX_ENVIRONMENTS, `at most ${MAX_ENVIRONMENTS} names`);

/** Says which service a repository is, and what its names of environments mean here. Said again, it replaces. */
export const linkRepository = command({
  name: "integration.link",
  permission: "integration:manage",
  input: z.strictObject({
    integrationId: z.uuid(),
    repository: repositoryText,
    serviceId: z.uuid(),
    environments: environmentMap.default({}),
  }),
  async run({ tx, actor, now }, input) {
    const { repository, serviceId, environments } = input;
    const { id: integrationId, kind, name } = await lockIntegration(tx, actor, input.integrationId);
    if (kind === "github" && repository.split("/").length !== 2) throw invalid("repository", "is written owner/name");
    await requireKnown(tx, actor, serviceId, environments);
    const key = { tenantId: actor.tenantId, integrationId, repository };
    const row = { ...key, id: newId(now), serviceId, environments, createdAt: now, ...doneByColumns(actor) };
    const [stored] = await tx
      .insert(integrationLink)
      .values(row)
      .onConflictDoUpdate({
        target: [integrationLink.tenantId, integrationLink.integrationId, integrationLink.repository],
        set: { serviceId, environments },
      })
      .returning({ id: integrationLink.id });
    const id = stored?.id ?? row.id;
    const data = { link: id, integration: integrationId, name, repository, service: serviceId, environments };
    return {
      value: { id, repository },
      record: { kind: "integration", subjects: [integrationId, id, serviceId], data },
    };
  },
});

async function requireKnown(tx: Tx, actor: Actor, serviceId: string, names: Record<string, string>): Promise<void> {
  const [found] = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, serviceId)));
  if (!found) throw invalid("serviceId", "is not a service of this tenant");
  const wanted = [...new Set(Object.values(names))];
  if (wanted.length === 0) return;
  const known = await tx
    .select({ id: environment.id })
    .from(environment)
    .where(and(eq(environment.tenantId, actor.tenantId), inArray(environment.id, wanted)));
  if (known.length < wanted.length) throw invalid("environments", "name an environment that this tenant does not have");
}
