import { and, asc, eq } from "drizzle-orm";
import { environment } from "@/db/schema/catalog";
import { verificationSetting } from "@/db/schema/post-release";
import type { Actor } from "@/lib/core/access";
import { DEFAULT_WINDOW_MINUTES } from "@/lib/core/post-release/window";
import { read } from "../read";

export type WindowSetting = { environment: { id: string; slug: string }; minutes: number; isDefault: boolean };

/** How long releases are watched, by environment in the order of promotion. */
export async function windowSettings(actor: Actor): Promise<WindowSetting[]> {
  return read(actor, async (tx) => {
    const rows = await tx
      .select({ id: environment.id, slug: environment.slug, minutes: verificationSetting.minutes })
      .from(environment)
      .leftJoin(
        verificationSetting,
        and(
          eq(verificationSetting.tenantId, environment.tenantId),
          eq(verificationSetting.environmentId, environment.id),
        ),
      )
      .where(eq(environment.tenantId, actor.tenantId))
      .orderBy(asc(environment.position));
    return rows.map(({ id, slug, minutes }) => ({
      environment: { id, slug },
      minutes: minutes ?? DEFAULT_WINDOW_MINUTES,
      isDefault: minutes === null,
    }));
  });
}
