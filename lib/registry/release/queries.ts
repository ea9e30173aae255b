import { and } from "drizzle-orm";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { verdictMaxAgeHours } from "../gate/verdict-age";
import { type Page, type PageRequest, planPage } from "../keyset";
import { read } from "../read";
import { windowStateOf } from "../verification/window-state";
import { type ReleaseFilter, releaseConditions } from "./filter";
import { currentManifest } from "./find";
import { findReleaseByText } from "./find-by-text";
import { versionBefore } from "./previous";
import { type ReleaseSummary, type SummaryRow, selectSummaries, toSummary } from "./summary";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;

/** Releases, newest first. `now` is the instant by which their verdicts are shown. */
export async function listReleases(
  actor: Actor,
  filter: ReleaseFilter,
  request: PageRequest & { size?: number } = {},
): Promise<Page<ReleaseSummary> & { now: string }> {
  return read(actor, async (tx, now) => {
    const maxAgeHours = await verdictMaxAgeHours(tx, actor.tenantId);
    const size = Math.min(request.size ?? PAGE_SIZE, LARGEST_PAGE);
    const plan = planPage<SummaryRow>(
      request,
      { at: release.createdAt, id: release.id, order: "descending", size },
      (row) => ({ at: row.release.createdAt, id: row.release.id }),
    );
    const rows = await selectSummaries(tx)
      .where(and(releaseConditions(actor, filter, maxAgeHours, now), plan.where))
      .orderBy(...plan.orderBy)
      .limit(plan.limit);
    const page = plan.pageOf(rows);
    return { ...page, items: page.items.map((row) => toSummary(row, maxAgeHours, now)), now: now.toISOString() };
  });
}

export type ReleaseDetail = ReleaseSummary & {
  approvalsRequestedAt: string | null;
  manifest: { id: string; revision: number; digest: string; createdAt: string } | null;
  /** Version that ran in its place before it, as far as the registry knows. */
  versionBefore: string | null;
  now: string;
};

/** One release with its current manifest's digest; `not_found` for another tenant's or a malformed id. */
export async function releaseDetail(actor: Actor, releaseId: string): Promise<ReleaseDetail> {
  return read(actor, async (tx, now) => {
    const found = await findReleaseByText(tx, actor, releaseId);
    const manifest = await currentManifest(tx, actor, found.release.id);
    const verification = await windowStateOf(tx, found);
    return {
      ...toSummary({ ...found, verification }, await verdictMaxAgeHours(tx, actor.tenantId), now),
      approvalsRequestedAt: found.release.approvalsRequestedAt?.toISOString() ?? null,
      manifest: manifest && {
        id: manifest.id,
        revision: manifest.revision,
        digest: manifest.digest,
        createdAt: manifest.createdAt.toISOString(),
      },
      versionBefore: await versionBefore(tx, found, now),
      now: now.toISOString(),
    };
  });
}
