import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { type InvolvedParty, releaseParties } from "@/lib/core/approval/parties";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { gateFacts } from "../gate-facts";
import { findRelease, requireOpen } from "../release/find";
import { openReleaseIds } from "../release/open";

export const waiverScope = z.union([z.strictObject({ releaseId: z.uuid() }), z.strictObject({ serviceId: z.uuid() })], {
  error: "name either a release or a service",
});
type WaiverScope = z.output<typeof waiverScope>;

/** What is said of a waiver, whether it is asked for or granted. */
export const waiverFields = {
  scope: waiverScope,
  checkId: z.string().max(100),
  /** A CVE id, a suite …; left out: the whole check. */
  finding: z.string().trim().max(200).optional(),
  justification: z.string().trim().min(1, "say why this may be accepted").max(5000),
  mitigation: z.string().trim().min(1, "say how the risk is kept small").max(5000),
  expiresAt: instantText,
  /** The waiver that this one extends. */
  supersedesId: z.uuid().optional(),
};

export type Waived = {
  service: { id: string; slug: string };
  release: { id: string; version: string } | null;
  parties: InvolvedParty[];
};

/**
 * What is waived and everybody who made it: a waiver for a service concerns all its open releases. `lock` keeps them as
 * they are, for a waiver that is granted on them.
 */
export async function waivedSubject(tx: Tx, actor: Actor, scope: WaiverScope, lock?: "lock"): Promise<Waived> {
  if ("releaseId" in scope) {
    const found = await findRelease(tx, actor, scope.releaseId, lock);
    requireOpen(found.release);
    const parties = releaseParties(await gateFacts(tx, actor, found));
    return { service: found.service, release: found.release, parties };
  }
  const [row] = await tx
    .select()
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, scope.serviceId)));
  if (!row) throw new DomainError("not_found", "There is no such service.");
  const parties: InvolvedParty[] = [];
  for (const id of await openReleaseIds(tx, actor.tenantId, row.id)) {
    const found = await findRelease(tx, actor, id, lock);
    parties.push(...releaseParties(await gateFacts(tx, actor, found)));
  }
  return { service: row, release: null, parties };
}

/** What a stored waiver or request is about, as people call it. */
export async function waivedOf(tx: Tx, actor: Actor, of: { serviceId: string; releaseId: string | null }) {
  const [row] = await tx
    .select({ service: { id: service.id, slug: service.slug }, release: { id: release.id, version: release.version } })
    .from(service)
    .leftJoin(release, and(eq(release.tenantId, service.tenantId), eq(release.id, of.releaseId ?? NO_ID)))
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, of.serviceId)));
  if (!row) throw new DomainError("not_found", "There is no such service.");
  return row;
}
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** "checkout 1.2", or "every release of checkout". */
export const nameOfWaived = ({ service: { slug }, release }: Pick<Waived, "service" | "release">): string =>
  release ? `${slug} ${release.version}` : `every release of ${slug}`;
