import { z } from "zod";
import { service } from "@/db/schema/catalog";
import { DomainError } from "@/lib/core/errors";
import { slugText } from "@/lib/core/release/identity";
import { command } from "../command";
import { newId } from "../id";

export const createService = command({
  name: "service.create",
  permission: "service:manage",
  input: z.strictObject({
    slug: slugText,
    name: z.string().trim().min(1, "must not be empty").max(200),
    owner: z.string().trim().min(1, "name the owning team").max(200),
  }),
  async run({ tx, actor, now }, input) {
    const id = newId(now);
    const stored = await tx
      .insert(service)
      .values({ tenantId: actor.tenantId, id, ...input, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: service.id });
    if (stored.length === 0) {
      throw new DomainError("conflict", `There is a service "${input.slug}" already.`, [
        { path: "slug", message: "already used" },
      ]);
    }
    return {
      value: { id, slug: input.slug },
      record: { kind: "service", subjects: [id], data: { service: id, ...input } },
    };
  },
});
