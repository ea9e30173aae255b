import { readdirSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { Command } from "@/lib/registry/command";
import { issueEventTold, issueTold } from "./action-item-records";
import { inDays, PLANNED_CHANGE } from "./approval-records";
import { freezeInput } from "./calendar-records";
import { breakGlassWish, deploymentStatusTold, deploymentTold } from "./deployment-records";
import type { Ids } from "./ids";
import { incidentRows } from "./incident-commands";
import { looserPolicy } from "./incident-policy-records";
import { deploymentWish } from "./integration-records";
import { chatChannel } from "./notification-records";
import { dashboardOf } from "./post-release-records";
import { postmortemRows } from "./postmortem-commands";
import { localDay, requestInput } from "./rehearsal-records";
import { reviewRows } from "./review-commands";
import { completion } from "./stage-records";

type AnyCommand = Command<z.ZodType, unknown>;

/** Every command that the registry exports, found in its files, so that no walk over them can forget a new one. */
export async function allCommands(): Promise<AnyCommand[]> {
  const folder = path.join(process.cwd(), "lib/registry");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const modules = await Promise.all(files.map((file) => import(path.join(folder, file))));
  const exported = modules.flatMap((module: Record<string, unknown>) => Object.values(module));
  return exported.filter((value): value is AnyCommand => typeof value === "function" && "commandName" in value);
}

export type Subject = { service: string; environment: string; version: string; commit: string };

/** For each command: the permission that it must ask for, and an input that names the records of `ids`. */
export function commandTable(ids: Ids, subject: Subject, digest: string, documents: Record<string, unknown>) {
  const { service, environment, commit } = subject;
  const releaseId = ids.release;
  const place = { serviceId: ids.service, environmentId: ids.environment };
  const sessionTime = { localTime: localDay(3), zone: "UTC" };
  return {
    "release.create": ["release:create", subject],
    "release.advance": ["release:advance", { releaseId, stage: "build" }],
    "release.sign": [
      "release:sign",
      { releaseId, manifestDigest: digest, decision: "approve", role: "change-board", printedName: "Any Body" },
    ],
    "release.withdraw": ["read", { signatureId: ids.signature, reason: "a mistake" }],
    "release.reject": ["release:sign", { releaseId: ids.doomed, note: "Not in this form." }],
    "manifest.draft": ["manifest:put", { releaseId: ids.bare }],
    "manifest.complete": ["manifest:put", { releaseId: ids.drafted, ...completion }],
    "manifest.put": ["manifest:put", { releaseId, content: documents.manifest }],
    "scorecard.submit": ["scorecard:submit", { service, environment, commit, document: documents.scorecard }],
    "test-results.submit": ["scorecard:submit", { service, document: documents.testResults }],
    "metrics.submit": ["metrics:submit", { service, document: documents.metrics }],
    "rehearsal.record": ["rehearsal:record", { document: documents.rehearsal }],
    "rehearsal.remediate": ["rehearsal:remediate", { rehearsalId: ids.rehearsal, remediation: "mended" }],
    "rehearsal.set-programme": ["rehearsal:plan", { ...place, cadence: { kind: "interval", days: 14 } }],
    "rehearsal.end-programme": ["rehearsal:plan", { programmeId: ids.programme }],
    "rehearsal.plan-session": ["rehearsal:plan", { ...place, ...sessionTime }],
    "rehearsal.move-session": ["rehearsal:plan", { sessionId: ids.session, ...sessionTime }],
    "rehearsal.cancel-session": ["rehearsal:plan", { sessionId: ids.session, reason: "A holiday." }],
    "rehearsal.miss-session": ["system:run", { sessionId: ids.session }],
    "calendar-feed.create": ["read", {}],
    "calendar-feed.revoke": ["read", { feedId: ids.calendarFeed }],
    "evidence-pack.issue": ["read", { releaseId }],
    "report.schedule": ["tenant:manage", { enabled: true, weekday: 5, hour: 16, timeZone: "UTC" }],
    "gate.evaluate": ["gate:evaluate", { releaseId }],
    "waiver.grant": [
      "waiver:grant",
      {
        scope: { releaseId },
        checkId: "rehearsal.fresh",
        justification: "known",
        mitigation: "watched",
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    ],
    "waiver.request": ["waiver:request", requestInput(releaseId)],
    "waiver.deny": ["waiver:grant", { requestId: ids.waiverRequest, reason: "Mend it." }],
    "waiver.withdraw-request": ["waiver:request", { requestId: ids.waiverRequest }],
    "waiver.revoke": ["waiver:revoke", { waiverId: ids.waiver, reason: "no longer needed" }],
    "incident.declare": ["incident:declare", { service, severity: "sev1", title: "All is down" }],
    "incident.note": ["incident:note", { incidentId: ids.incident, text: "The pool is exhausted." }],
    "incident.correct-entry": [
      "incident:note",
      { incidentId: ids.incident, entryId: ids.incidentEntry, text: "The pool was exhausted." },
    ],
    "incident.pin-entry": ["incident:note", { incidentId: ids.incident, entryId: ids.incidentEntry, pinned: true }],
    ...incidentRows(ids, service),
    ...postmortemRows(ids, service),
    "incident-policy.change": ["incident:configure", looserPolicy],
    ...reviewRows(ids, digest),
    "calendar.create": [
      "calendar:manage",
      { ...freezeInput(), environmentId: ids.environment, serviceId: ids.service },
    ],
    "calendar.change": ["calendar:manage", { ...freezeInput(), calendarId: ids.calendar }],
    "calendar.end": ["calendar:manage", { calendarId: ids.calendar, reason: "over" }],
    "freeze.override": ["freeze:override", { releaseId, calendarId: ids.calendar, reason: "it mends an incident" }],
    "freeze.revoke-override": ["freeze:override", { overrideId: ids.freezeOverride, reason: "no longer needed" }],
    "service.create": ["service:manage", { slug: service, name: "Service", owner: "platform" }],
    "environment.create": ["environment:manage", { slug: environment, name: "Somewhere", isProduction: false }],
    "environment.set-approval-roles": [
      "environment:manage",
      { environmentId: ids.environment, roles: ["change-board", "sre-on-call"] },
    ],
    "environment.drop-approval-row": ["environment:manage", { environmentId: ids.environment, serviceId: ids.service }],
    "environment.cancel-approval-change": [
      "environment:manage",
      { environmentId: ids.environment, serviceId: ids.service, at: PLANNED_CHANGE },
    ],
    "delegation.give": [
      "approval:delegate",
      { toPersonId: ids.colleague, role: "change-board", endsAt: inDays(1), reason: "A day off" },
    ],
    "delegation.revoke": ["read", { delegationId: ids.delegation }],
    "training.record": [
      "person:manage",
      { personId: ids.colleague, training: "Production change", completedAt: inDays(-1) },
    ],
    "training.revoke": ["person:manage", { recordId: ids.trainingRecord, reason: "It was somebody else's." }],
    "person.set-role-expiry": [
      "person:manage",
      { personId: ids.colleague, role: "sre-on-call", validUntil: inDays(1) },
    ],
    "person.add": ["person:manage", { email: `${subject.version}@example.com`, name: "New", roles: ["viewer"] }],
    "person.set-roles": ["person:manage", { personId: ids.person, roles: ["viewer"] }],
    "person.reset-password": ["person:manage", { personId: ids.person }],
    "person.end-sessions": ["person:manage", { personId: ids.person }],
    "person.end-own-sessions": ["read", {}],
    "person.disable": ["person:manage", { personId: ids.person }],
    "person.enable": ["person:manage", { personId: ids.person }],
    "person.unlink-identity": ["person:manage", { personId: ids.person }],
    "group-role.add": ["person:manage", { group: `group ${subject.version}`, role: "viewer" }],
    "group-role.remove": ["person:manage", { groupRoleId: ids.groupRole }],
    "token.create": ["token:manage", { name: "ci", verbs: ["read"], expiresInDays: 1, serviceId: ids.service }],
    "token.revoke": ["token:manage", { tokenId: ids.token }],
    "integration.create": ["integration:manage", { kind: "webhook", name: `Integration ${subject.version}` }],
    "integration.update": ["integration:manage", { integrationId: ids.integration, name: "Renamed" }],
    "integration.rotate-secret": ["integration:manage", { integrationId: ids.integration }],
    "integration.set-enabled": ["integration:manage", { integrationId: ids.integration, enabled: false }],
    "integration.link": [
      "integration:manage",
      { integrationId: ids.integration, repository: "acme/other", serviceId: ids.service },
    ],
    "integration.unlink": ["integration:manage", { linkId: ids.integrationLink }],
    "notification.set-preferences": ["read", { choices: {}, digestHour: 7, timeZone: "Europe/Berlin" }],
    "notification.retry": ["notification:manage", { notificationId: ids.notification }],
    "notification.test": ["notification:manage", { channelId: ids.notificationChannel }],
    "notification-channel.create": ["notification:manage", chatChannel(`Room ${subject.version}`, ids.service)],
    "notification-channel.update": ["notification:manage", { channelId: ids.notificationChannel, name: "Renamed" }],
    "notification-channel.set-enabled": ["notification:manage", { channelId: ids.notificationChannel, enabled: false }],
    "notification-channel.remove": ["notification:manage", { channelId: ids.notificationChannel }],
    "post-release.run-step": ["system:run", { releaseId, step: "archive" }],
    "post-release.retry": ["release:verify", { releaseId, step: "notify" }],
    "verification.settle": ["system:run", { releaseId }],
    "verification.accept": ["release:verify", { releaseId, reason: "It was the load test." }],
    "verification.set-minutes": ["environment:manage", { environmentId: ids.environment, minutes: 45 }],
    "checklist.confirm": ["release:verify", { releaseId, item: "runbooks", reason: "It is internal." }],
    "dashboard.add": ["catalogue:manage", { ...dashboardOf(ids.service), label: "Errors" }],
    "dashboard.change": ["catalogue:manage", { dashboardId: ids.dashboard, ...dashboardOf(ids.service) }],
    "dashboard.remove": ["catalogue:manage", { dashboardId: ids.dashboard }],
    "metric.add": ["catalogue:manage", { service, name: "cache_hits", owner: "them" }],
    "metric.change": ["catalogue:manage", { metricId: ids.metric, name: "queue_depth", owner: "us" }],
    "metric.remove": ["catalogue:manage", { metricId: ids.metric }],
    "break-glass.request": ["break-glass:request", { releaseId, ...breakGlassWish }],
    "break-glass.confirm": ["break-glass:confirm", { breakGlassId: ids.breakGlass }],
    "break-glass.cancel": ["read", { breakGlassId: ids.breakGlass, reason: "It can wait." }],
    "action-item.open": [
      "action-item:manage",
      { title: "Write the runbook", service, ownerName: "Somebody", dueAt: inDays(3) },
    ],
    "action-item.close": [
      "action-item:manage",
      { actionItemId: ids.actionItem, state: "done", note: "The runbook is written." },
    ],
    "action-item.change": [
      "action-item:manage",
      { actionItemId: ids.actionItem, ownerName: "Somebody else", dueAt: inDays(4) },
    ],
    "action-item.change-many": ["action-item:manage", { actionItemIds: [ids.actionItem], priority: "high" }],
    "action-item.reopen": ["action-item:manage", { actionItemId: ids.actionItem, reason: "Half of it is left to do." }],
    "action-item.import": [
      "action-item:manage",
      { csv: `id,title,owner,due_at\n${ids.actionItem},Renamed,Somebody,2040-01-01\n` },
    ],
    "action-item.open-issue": [
      "action-item:manage",
      { actionItemId: ids.actionItem, integrationId: ids.integration, repository: "acme/other" },
    ],
    "action-item.link-issue": [
      "action-item:manage",
      { actionItemId: ids.actionItem, url: "https://github.com/acme/other/issues/1" },
    ],
    "action-item.unlink-issue": ["action-item:manage", { actionItemId: ids.actionItem }],
    "action-item.retry-issue": ["action-item:manage", { actionItemId: ids.actionItem }],
    "action-item.receive-issue": ["action-item:sync", issueEventTold("acme/other", 8, { isClosed: true })],
    "action-item.settle-issue": [
      "action-item:sync",
      { actionItemId: ids.actionItem, outcome: { kind: "told", issue: issueTold("acme/other", 9) } },
    ],
    "deployment.report": ["deployment:report", { service, environment, ...deploymentTold }],
    "deployment.receive": ["deployment:answer", deploymentStatusTold("acme/other", commit)],
    "deployment.explain": [
      "deployment:explain",
      { deploymentId: ids.deployment, cause: "Nobody had asked the gate.", remedy: "It was put back at once." },
    ],
    "deployment-request.receive": ["deployment:answer", deploymentWish("acme/other", commit, "2")],
    "deployment-request.settle": [
      "deployment:answer",
      { requestId: ids.deploymentRequest, state: "rejected", note: "It has ended." },
    ],
  } as const;
}
export type CommandName = keyof ReturnType<typeof commandTable>;
