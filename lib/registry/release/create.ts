import { z } from "zod";
import { databaseError } from "@/db/client";
import { release, stageEvent } from "@/db/schema/release";
import { DomainError } from "@/lib/core/errors";
import { commitText, versionText } from "@/lib/core/release/identity";
import { doneByColumns } from "../actor-columns";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { newId } from "../id";

export const createRelease = command({
  name: "release.create",
  permission: "release:create",
  input: z.strictObject({ service: z.string(), environment: z.string(), version: versionText, commit: commitText }),
  async run({ tx, actor, now }, input) {
    const service = await serviceBySlug(tx, actor, input.service);
    const environment = await environmentBySlug(tx, actor, input.environment);
    const id = newId(now);
    const row = {
      tenantId: actor.tenantId,
      id,
      serviceId: service.id,
      environmentId: environment.id,
      version: input.version,
      commit: input.commit,
      stage: "candidate" as const,
      stageStatus: "succeeded" as const,
      createdAt: now,
      ...doneByColumns(actor),
    };
    await tx
      .insert(release)
      .values(row)
      .catch((error: unknown) => {
        if (databaseError(error).constraint !== "release_version") throw error;
        const what = `${input.service} ${input.version} for ${input.environment}`;
        throw new DomainError("conflict", `${what} exists already. Use another version.`, [
          { path: "version", message: "already used for this service and environment" },
        ]);
      });
    const { tenantId, createdAt, ...by } = row;
    await tx.insert(stageEvent).values({
      tenantId,
      id: newId(now),
      releaseId: id,
      stage: "candidate",
      status: "succeeded",
      at: createdAt,
      ...doneByColumns(actor),
    });
    return {
      value: { id, service: service.slug, environment: environment.slug, version: by.version, commit: by.commit },
      record: { kind: "release", subjects: [id, service.id], data: { release: id, ...input } },
    };
  },
});
