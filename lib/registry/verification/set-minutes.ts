import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { environment } from "@/db/schema/catalog";
import { verificationSetting } from "@/db/schema/post-release";
import { DomainError } from "@/lib/core/errors";
import { LONGEST_WINDOW_MINUTES, SHORTEST_WINDOW_MINUTES } from "@/lib/core/post-release/window";
import { command } from "../command";

const LIMITS = `must be ${SHORTEST_WINDOW_MINUTES} to ${LONGEST_WINDOW_MINUTES} minutes`;

/** How long releases to an environment are watched after their rollout. Windows that are open keep their length. */
export const setVerificationMinutes = command({
  name: "verification.set-minutes",
  permission: "environment:manage",
  input: z.strictObject({
    environmentId: z.uuid(),
    minutes: z.int(LIMITS).min(SHORTEST_WINDOW_MINUTES, LIMITS).max(LONGEST_WINDOW_MINUTES, LIMITS),
  }),
  async run({ tx, actor }, { environmentId, minutes }) {
    const { tenantId } = actor;
    const [place] = await tx
      .select({ slug: environment.slug })
      .from(environment)
      .where(and(eq(environment.tenantId, tenantId), eq(environment.id, environmentId)));
    if (!place) throw new DomainError("not_found", "There is no such environment.");
    await tx
      .insert(verificationSetting)
      .values({ tenantId, environmentId, minutes })
      .onConflictDoUpdate({
        target: [verificationSetting.tenantId, verificationSetting.environmentId],
        set: { minutes },
      });
    return {
      value: { environmentId, minutes },
      record: {
        kind: "environment",
        subjects: [environmentId],
        data: { slug: place.slug, verificationMinutes: minutes },
      },
    };
  },
});
