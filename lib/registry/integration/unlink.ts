import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { integrationLink } from "@/db/schema/integration";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

/** Forgets what a repository is. Requests that it made keep what they were. */
export const unlinkRepository = command({
  name: "integration.unlink",
  permission: "integration:manage",
  input: z.strictObject({ linkId: z.uuid() }),
  async run({ tx, actor }, { linkId }) {
    const [row] = await tx
      .delete(integrationLink)
      .where(and(eq(integrationLink.tenantId, actor.tenantId), eq(integrationLink.id, linkId)))
      .returning();
    if (!row) throw new DomainError("not_found", "There is no such link.");
    const { integrationId, repository, serviceId } = row;
    const data = { link: linkId, integration: integrationId, name: repository, repository, unlinked: true };
    return {
      value: { id: linkId },
      record: { kind: "integration", subjects: [integrationId, linkId, serviceId], data },
    };
  },
});
