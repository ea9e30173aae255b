import { sql } from "drizzle-orm";
import { z } from "zod";
import { environment } from "@/db/schema/catalog";
import { DomainError } from "@/lib/core/errors";
import { slugText } from "@/lib/core/release/identity";
import { command } from "../command";
import { newId } from "../id";

export const createEnvironment = command({
  name: "environment.create",
  permission: "environment:manage",
  input: z.strictObject({
    slug: slugText,
    name: z.string().trim().min(1, "must not be empty").max(200),
    isProduction: z.boolean(),
  }),
  async run({ tx, actor, now }, input) {
    const id = newId(now);
    const stored = await tx
      .insert(environment)
      .values({
        tenantId: actor.tenantId,
        id,
        ...input,
        position: sql`(select coalesce(max(position), 0) + 1 from environment where tenant_id = ${actor.tenantId})`,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: environment.id });
    if (stored.length === 0) {
      throw new DomainError("conflict", `There is an environment "${input.slug}" already.`, [
        { path: "slug", message: "already used" },
      ]);
    }
    return {
      value: { id, slug: input.slug },
      record: { kind: "environment", subjects: [id], data: { environment: id, ...input } },
    };
  },
});
