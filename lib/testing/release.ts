import { randomBytes } from "node:crypto";
import type { Actor, PersonActor, Role } from "@/lib/core/access";
import { putManifest } from "@/lib/registry/manifest/put";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { advanceRelease } from "@/lib/registry/release/advance";
import { createRelease } from "@/lib/registry/release/create";
import { signRelease } from "@/lib/registry/release/sign";
import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { manifestDocument, metricsDocument, rehearsalDocument, type Subject, scorecardDocument } from "./documents";
import { confirmed, newPerson, type TestTenant } from "./tenant";

export type TestRelease = Subject & { id: string };
export type ReadyRelease = TestRelease & { digest: string };

export async function newRelease(actor: Actor, environment = "production"): Promise<TestRelease> {
  const subject = {
    service: "service-api",
    environment,
    version: `1.${randomBytes(5).toString("hex")}`,
    commit: randomBytes(20).toString("hex"),
  };
  const { id } = await createRelease({ actor }, subject);
  return { id, ...subject };
}

/** A release with all its evidence, so that nothing but signatures is missing. */
export async function readyRelease(actor: Actor, environment = "production"): Promise<ReadyRelease> {
  const release = await newRelease(actor, environment);
  const { service, commit } = release;
  await submitScorecard({ actor }, { service, environment, commit, document: scorecardDocument(release) });
  await submitMetrics({ actor }, { service, document: metricsDocument(release) });
  await recordRehearsal({ actor }, { document: rehearsalDocument(release) });
  const { digest } = await putManifest({ actor }, { releaseId: release.id, content: manifestDocument(release) });
  return { ...release, digest };
}

/** Brings a release to the point before production. */
export async function advanceToApproval(actor: Actor, releaseId: string): Promise<void> {
  for (const stage of ["build", "readiness", "staging", "approval"]) {
    await advanceRelease({ actor }, { releaseId, stage, status: "succeeded" });
  }
}

export function sign(
  actor: PersonActor,
  release: ReadyRelease,
  role: Role,
  decision: "approve" | "reject" = "approve",
) {
  const reason = decision === "reject" ? "The rollback plan has no owner." : undefined;
  const input = { releaseId: release.id, manifestDigest: release.digest, decision, role, printedName: actor.name };
  return signRelease(confirmed(actor), { ...input, reason });
}

export type Approvers = Record<"change-board" | "sre-on-call" | "product-owner", PersonActor>;

/** One person for each role that production asks for. */
export async function newApprovers(tenant: TestTenant): Promise<Approvers> {
  return {
    "change-board": await newPerson(tenant, ["change-board"], "Chris Board"),
    "sre-on-call": await newPerson(tenant, ["sre-on-call"], "Sam Reliable"),
    "product-owner": await newPerson(tenant, ["product-owner"], "Paula Product"),
  };
}

export async function approveAll(approvers: Approvers, release: ReadyRelease): Promise<void> {
  await sign(approvers["change-board"], release, "change-board");
  await sign(approvers["sre-on-call"], release, "sre-on-call");
  await sign(approvers["product-owner"], release, "product-owner");
}
