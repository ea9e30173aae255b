import { readdirSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { Command } from "@/lib/registry/command";
import { deploymentWish } from "./integration-records";

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

/** Ids of records that another tenant has, one of each kind that a command can name. */
export type Ids = Record<
  | "release"
  | "signature"
  | "waiver"
  | "rehearsal"
  | "incident"
  | "environment"
  | "service"
  | "person"
  | "token"
  | "integration"
  | "integrationLink"
  | "deploymentRequest",
  string
>;
export type Subject = { service: string; environment: string; version: string; commit: string };

/** For each command: the permission that it must ask for, and an input that names the records of `ids`. */
export function commandTable(ids: Ids, subject: Subject, digest: string, documents: Record<string, unknown>) {
  const { service, environment, commit } = subject;
  const releaseId = ids.release;
  return {
    "release.create": ["release:create", subject],
    "release.advance": ["release:advance", { releaseId, stage: "build" }],
    "release.sign": [
      "release:sign",
      { releaseId, manifestDigest: digest, decision: "approve", role: "change-board", printedName: "Any Body" },
    ],
    "release.withdraw": ["read", { signatureId: ids.signature, reason: "a mistake" }],
    "manifest.put": ["manifest:put", { releaseId, content: documents.manifest }],
    "scorecard.submit": ["scorecard:submit", { service, environment, commit, document: documents.scorecard }],
    "test-results.submit": ["scorecard:submit", { service, document: documents.testResults }],
    "metrics.submit": ["metrics:submit", { service, document: documents.metrics }],
    "rehearsal.record": ["rehearsal:record", { document: documents.rehearsal }],
    "rehearsal.remediate": ["rehearsal:remediate", { rehearsalId: ids.rehearsal, remediation: "mended" }],
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
    "waiver.revoke": ["waiver:revoke", { waiverId: ids.waiver, reason: "no longer needed" }],
    "incident.declare": ["incident:declare", { service, severity: "sev1", title: "All is down" }],
    "incident.resolve": ["incident:resolve", { incidentId: ids.incident }],
    "service.create": ["service:manage", { slug: service, name: "Service", owner: "platform" }],
    "environment.create": ["environment:manage", { slug: environment, name: "Somewhere", isProduction: false }],
    "environment.set-approval-roles": ["environment:manage", { environmentId: ids.environment, roles: ["admin"] }],
    "person.add": ["person:manage", { email: `${subject.version}@example.com`, name: "New", roles: ["viewer"] }],
    "person.set-roles": ["person:manage", { personId: ids.person, roles: ["viewer"] }],
    "person.reset-password": ["person:manage", { personId: ids.person }],
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
    "deployment-request.receive": ["deployment:answer", deploymentWish("acme/other", commit, "2")],
    "deployment-request.settle": [
      "deployment:answer",
      { requestId: ids.deploymentRequest, state: "rejected", note: "It has ended." },
    ],
  } as const;
}
export type CommandName = keyof ReturnType<typeof commandTable>;
