import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notification } from "@/db/schema/notification";
import { postReleaseStep } from "@/db/schema/post-release";
import { checklist } from "@/lib/core/checklist/checklist";
import type { Verdict } from "@/lib/core/gate/verdict";
import { waiversIn } from "@/lib/core/post-release/archive";
import { readResult } from "@/lib/core/post-release/result";
import { releaseSummary, type Summary } from "@/lib/core/post-release/summary";
import { checklistFacts } from "../../checklist/facts";
import type { CommandScope } from "../../command";
import { waiverFacts } from "../../gate/waiver-facts";
import { notify } from "../../notification/notify";
import type { FoundRelease } from "../../release/find";
import { shippedOf, signaturesOn, standingApprovals } from "../shipped";
import type { StepWork } from "../step-work";

/** Tells the change board what was released. Done when the notices are written; their delivery is on its own. */
export const notifyStep: StepWork = async (scope, found) => {
  const { tx, actor, now } = scope;
  const { id: releaseId, serviceId, environmentId } = found.release;
  const summary = await summaryOf(scope, found);
  const key = `release-summary:${releaseId}`;
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "release-summary",
      key,
      to: { roles: ["change-board"] },
      ...{ releaseId, serviceId, environmentId },
      title: summary.title,
      verdict: summary.verdict,
      reason: summary.text,
      path: `/releases/${releaseId}#after-release`,
    },
  );
  const recipients = await toldOf(tx, actor.tenantId, key);
  const result = { recipients, summary: summary.text };
  return { result, kind: "post-release", data: { ...result, title: summary.title } };
};

async function toldOf(tx: Tx, tenantId: string, key: string): Promise<string[]> {
  const rows = await tx
    .select({ name: notification.recipientName })
    .from(notification)
    .where(and(eq(notification.tenantId, tenantId), eq(notification.key, key)))
    .orderBy(asc(notification.recipientName));
  return rows.map(({ name }) => name);
}

async function summaryOf({ tx, actor, now }: CommandScope, found: FoundRelease): Promise<Summary> {
  const { release, service, environment } = found;
  const { decision, manifest } = await shippedOf(tx, actor, found);
  const signatures = manifest ? await signaturesOn(tx, actor, manifest.id) : [];
  const inUse = new Set(decision ? waiversIn(decision.body as Verdict) : []);
  const waivers = (await waiverFacts(tx, found)).filter(({ id }) => inUse.has(id));
  const plan = manifest?.content.rollback_plan;
  return releaseSummary({
    ...{ service: service.slug, environment: environment.slug, version: release.version, commit: release.commit },
    decision: decision && { kind: decision.kind, verdict: decision.verdict },
    approvals: standingApprovals(signatures).map((row) => ({
      name: row.printedName,
      role: row.role,
      onBehalfOf: row.onBehalfOfName,
    })),
    waivers: waivers.map(({ checkId: check, finding, expiresAt, grantedBy }) => ({
      ...{ check, finding, expiresAt },
      grantedBy: grantedBy.name,
    })),
    leadTimeSeconds: release.leadTimeSeconds,
    rollback: plan ? { summary: plan.summary, targetVersion: plan.target_version, owner: plan.owner } : null,
    checklist: checklist(await checklistFacts(tx, actor, found, now)),
    dashboards: await linksOf(tx, found),
  });
}

async function linksOf(tx: Tx, { release }: FoundRelease) {
  const [row] = await tx
    .select({ result: postReleaseStep.result })
    .from(postReleaseStep)
    .where(
      and(
        eq(postReleaseStep.tenantId, release.tenantId),
        eq(postReleaseStep.releaseId, release.id),
        eq(postReleaseStep.step, "dashboards"),
      ),
    );
  return readResult(row?.result).links ?? [];
}
