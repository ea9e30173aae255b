import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { apiToken } from "@/db/schema/token";
import { TOKEN_VERBS } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { composeToken, tokenHash } from "@/lib/core/token";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { randomText } from "../random-text";

const MAX_DAYS = 365;
/** 43 of these are 256 bits. */
const SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Makes an API token, whose text is returned once and stored nowhere. */
export const createToken = command({
  name: "token.create",
  permission: "token:manage",
  stepUp: true,
  input: z.strictObject({
    name: z.string().trim().min(1, "must not be empty").max(100),
    verbs: z.array(z.enum(TOKEN_VERBS)).min(1, "allow at least one thing"),
    serviceId: z.uuid().nullable().default(null),
    environmentId: z.uuid().nullable().default(null),
    expiresInDays: z.int().min(1).max(MAX_DAYS),
  }),
  async run({ tx, actor, now }, input) {
    const creator = requirePerson(actor);
    await requireService(tx, actor.tenantId, input.serviceId);
    const label = await environmentLabel(tx, actor.tenantId, input.environmentId);
    const id = newId(now);
    const token = composeToken({ environment: label, id, secret: randomText(SECRET_ALPHABET, 43) });
    const expiresAt = new Date(now.getTime() + input.expiresInDays * 86_400_000);
    await tx.insert(apiToken).values({
      tenantId: actor.tenantId,
      id,
      name: input.name,
      secretHash: tokenHash(token),
      hint: token.slice(0, token.indexOf("_", 4) + 9),
      verbs: [...new Set(input.verbs)],
      serviceId: input.serviceId,
      environmentId: input.environmentId,
      createdById: creator.id,
      createdByName: creator.name,
      createdAt: now,
      expiresAt,
    });
    const { expiresInDays: _, ...data } = input;
    return {
      value: { id, token, expiresAt: expiresAt.toISOString() },
      record: { kind: "token", subjects: [id], data: { token: id, ...data, expiresAt: expiresAt.toISOString() } },
    };
  },
});

async function requireService(tx: Tx, tenantId: string, serviceId: string | null): Promise<void> {
  if (!serviceId) return;
  const [row] = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.tenantId, tenantId), eq(service.id, serviceId)));
  if (!row) throw invalid("serviceId", "is not a service of this tenant");
}

async function environmentLabel(tx: Tx, tenantId: string, environmentId: string | null): Promise<string> {
  if (!environmentId) return "any";
  const [row] = await tx
    .select({ slug: environment.slug })
    .from(environment)
    .where(and(eq(environment.tenantId, tenantId), eq(environment.id, environmentId)));
  if (!row) throw invalid("environmentId", "is not an environment of this tenant");
  return row.slug;
}
