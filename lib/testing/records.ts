import { createEnvironment } from "@/lib/registry/environment/create";
import { setApprovalRoles } from "@/lib/registry/environment/set-approval-roles";
import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { addGroupRole } from "@/lib/registry/group-role/add";
import { changeIncidentPolicy } from "@/lib/registry/incident-policy/change";
import { incidentPolicyView } from "@/lib/registry/incident-policy/queries";
import { putManifest } from "@/lib/registry/manifest/put";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { countDueDays } from "@/lib/registry/readiness/count-due";
import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { createRelease } from "@/lib/registry/release/create";
import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { createService } from "@/lib/registry/service/create";
import { submitTestResults } from "@/lib/registry/test-result/submit";
import { grantWaiver } from "@/lib/registry/waiver/grant";
import { trackedItem } from "./action-item-records";
import { approvalRecords } from "./approval-records";
import { calendarRecords } from "./calendar-records";
import { deploymentRecords } from "./deployment-records";
import {
  failedScorecardDocument,
  manifestDocument,
  metricsDocument,
  rehearsalDocument,
  type Subject,
  scorecardDocument,
  testResultsDocument,
} from "./documents";
import type { Ids } from "./ids";
import { stricterPolicy } from "./incident-policy-records";
import { incidentRecords } from "./incident-records";
import { integrationRecords } from "./integration-records";
import { lookRecord } from "./look-records";
import { notificationRecords } from "./notification-records";
import { postReleaseRecords } from "./post-release-records";
import { postmortemRecords } from "./postmortem-records";
import { rehearsalRecords } from "./rehearsal-records";
import { sign } from "./release";
import { reportRecords } from "./report-records";
import { reviewRecords } from "./review-records";
import { stageRecords } from "./stage-records";
import { confirmed, newPerson, newToken, type TestTenant } from "./tenant";

/** One record of every kind in a tenant, in a service and an environment of these names. */
export async function recordsOf(tenant: TestTenant, service: string, environment: string) {
  const { actor, id: token } = await newToken(tenant);
  const board = await newPerson(tenant, ["change-board"], "Chris Board");
  const admin = { actor: tenant.admin };
  const { id: serviceId } = await createService(admin, { slug: service, name: service, owner: "them" });
  const place = { slug: environment, name: environment, isProduction: true };
  const { id: environmentId } = await createEnvironment(admin, place);
  await setApprovalRoles(admin, { environmentId, roles: ["change-board"] });
  const subject: Subject = { service, environment, version: "1.0", commit: "c".repeat(40) };
  const { id: release } = await createRelease({ actor }, subject);
  const { commit } = subject;
  await submitScorecard({ actor }, { service, environment, commit, document: scorecardDocument(subject) });
  const failed = failedScorecardDocument({ ...subject, commit: "f".repeat(40) });
  await submitScorecard({ actor }, { service, environment, commit: failed.commit, document: failed });
  // What is written after this waits to be counted again.
  await countDueDays(tenant.tenantId);
  await submitTestResults({ actor }, { service, document: testResultsDocument(subject) });
  await submitMetrics({ actor }, { service, document: metricsDocument(subject) });
  const rehearsal = await recordRehearsal({ actor }, { document: rehearsalDocument(subject, "failed") });
  const { digest } = await putManifest({ actor }, { releaseId: release, content: manifestDocument(subject) });
  const signature = await sign(board, { ...subject, id: release, digest }, "change-board");
  const incidents = await incidentRecords(tenant, { actor, service, release });
  const { version: basedOn } = await incidentPolicyView(board);
  await changeIncidentPolicy({ actor: board }, { ...stricterPolicy, basedOn });
  const waiver = await grantWaiver(confirmed(board), waiverInput(release));
  const decision = await evaluateRelease({ actor, idempotencyKey: "once" }, { releaseId: release });
  await reportRecords(tenant, release);
  const asked = { service, serviceId, environmentId, commit };
  const integrations = await integrationRecords(tenant, asked);
  const tracked = { integrationId: integrations.integration, repository: `acme/${service}` };
  await trackedItem(board, "Tracked at GitHub", tracked);
  const notifications = await notificationRecords(tenant, { release, serviceId, person: board });
  const groupRole = await addGroupRole(admin, { group: `board of ${service}`, role: "change-board" });
  const approvals = await approvalRecords(tenant, { board, environmentId, serviceId });
  await lookRecord(board);
  const ids: Ids = {
    ...approvals,
    ...(await calendarRecords(board, release)),
    ...(await stageRecords(actor, subject)),
    ...incidents,
    ...(await postmortemRecords(tenant, service)),
    ...(await reviewRecords(board, incidents.incident)),
    ...integrations,
    ...(await deploymentRecords(tenant, { actor, subject })),
    ...notifications,
    ...(await rehearsalRecords(tenant, { serviceId, environmentId, release })),
    ...(await postReleaseRecords(tenant, { actor, subject, serviceId, environmentId })),
    release,
    signature: signature.id,
    waiver: waiver.id,
    rehearsal: rehearsal.id,
    environment: environmentId,
    service: serviceId,
    person: board.id,
    groupRole: groupRole.id,
    token,
  };
  return { ids, subject, digest, decisionId: decision.decisionId };
}

export const waiverInput = (releaseId: string, checkId = "rehearsal.fresh", lifeMs = 86_400_000) => ({
  scope: { releaseId },
  checkId,
  justification: "The drill is planned for tomorrow.",
  mitigation: "The rollback was tried by hand.",
  expiresAt: new Date(Date.now() + lifeMs).toISOString(),
});
