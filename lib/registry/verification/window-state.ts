import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { verificationWindow } from "@/db/schema/post-release";
import type { WindowState } from "@/lib/core/post-release/window";
import type { FoundRelease } from "../release/find";

/** Where the watching of a release after its rollout is; null before it. */
export async function windowStateOf(tx: Tx, { release }: FoundRelease): Promise<WindowState | null> {
  const [row] = await tx
    .select({ state: verificationWindow.state })
    .from(verificationWindow)
    .where(and(eq(verificationWindow.tenantId, release.tenantId), eq(verificationWindow.releaseId, release.id)));
  return row?.state ?? null;
}
