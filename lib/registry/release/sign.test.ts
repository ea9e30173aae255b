import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, Role } from "@/lib/core/access";
import { countOf } from "@/lib/testing/census";
import { manifestDocument, metricsDocument, scorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { approveAll, newApprovers, newRelease, type ReadyRelease, readyRelease, sign } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import type { Context } from "../command";
import { evaluateRelease } from "../gate/evaluate";
import { putManifest } from "../manifest/put";
import { submitMetrics } from "../metrics/submit";
import { setRoles } from "../person/set-roles";
import { submitScorecard } from "../scorecard/submit";
import { advanceRelease } from "./advance";
import { signRelease } from "./sign";
import { withdrawSignature } from "./withdraw";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
});

const signer = (name: string, ...more: Role[]) => newPerson(tenant, ["change-board", ...more], name);
const verdictOf = async ({ id }: { id: string }) => {
  const { verdict } = await evaluateRelease({ actor: pipeline }, { releaseId: id });
  return verdict.checks.find((check) => check.id === "approvals.complete");
};
const input = (release: ReadyRelease, person: PersonActor) => ({
  releaseId: release.id,
  manifestDigest: release.digest,
  decision: "approve",
  role: "change-board",
  printedName: person.name,
});

describe("nobody signs their own work", () => {
  it("not the manifest's author, by e-mail or by name", async () => {
    const author = await signer("Arthur Author");
    const written = [{ name: "A. Author", email: author.email.toUpperCase() }, { name: "arthur author" }];
    for (const someone of written) {
      const release = await readyRelease(pipeline);
      const content = manifestDocument(release, { authors: [someone] });
      const { digest } = await putManifest({ actor: pipeline }, { releaseId: release.id, content });
      const attempt = sign(author, { ...release, digest }, "change-board");
      await expect(attempt).rejects.toMatchObject({ code: "forbidden", message: "You authored this release." });
    }
  });

  it("not who created the release", async () => {
    const creator = await signer("Cora Creator", "release-engineer");
    const release = await newRelease(creator);
    const content = manifestDocument(release);
    const { digest } = await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    const attempt = sign(creator, { ...release, digest }, "change-board");
    await expect(attempt).rejects.toMatchObject({ code: "forbidden", message: "You created this release." });
  });

  it("not who submitted the scorecard, the metrics or the manifest", async () => {
    const sender = await signer("Sue Sender", "release-engineer");
    const prepared = await Promise.all([newRelease(pipeline), newRelease(pipeline), newRelease(pipeline)]);
    for (const [index, release] of prepared.entries()) {
      const { service, environment, commit } = release;
      const [scorecard, metrics, manifest] = [0, 1, 2].map((at) => ({ actor: at === index ? sender : pipeline }));
      if (!scorecard || !metrics || !manifest) throw new Error("three senders");
      await submitScorecard(scorecard, { service, environment, commit, document: scorecardDocument(release) });
      await submitMetrics(metrics, { service, document: metricsDocument(release) });
      const { digest } = await putManifest(manifest, { releaseId: release.id, content: manifestDocument(release) });
      const attempt = sign(sender, { ...release, digest }, "change-board");
      await expect(attempt).rejects.toMatchObject({ code: "forbidden", message: /^You submitted its/ });
    }
  });
});

describe("a signature is of what was read, by who may sign now", () => {
  it("a digest that is no longer in force is a conflict", async () => {
    const [person, release] = [await signer("Late Reader"), await readyRelease(pipeline)];
    const content = manifestDocument(release, { feature_flags: [{ name: "new", to: "on" }] });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    await expect(sign(person, release, "change-board")).rejects.toMatchObject({ code: "conflict" });
  });

  it("a role that was taken away meanwhile is forbidden, although the session still claims it", async () => {
    const [person, release] = [await signer("Rob Removed"), await readyRelease(pipeline)];
    await setRoles({ actor: tenant.admin }, { personId: person.id, roles: ["viewer"] });
    await expect(sign(person, release, "change-board")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("a role that is taken away afterwards makes the signature count no more", async () => {
    const [approvers, release] = [await newApprovers(tenant), await readyRelease(pipeline)];
    await approveAll(approvers, release);
    expect(await verdictOf(release)).toMatchObject({ outcome: "pass" });
    await setRoles({ actor: tenant.admin }, { personId: approvers["sre-on-call"].id, roles: [] });
    expect(await verdictOf(release)).toMatchObject({ outcome: "missing", observed: 2 });
  });

  it("a role that one does not hold, or that does not sign here, is forbidden", async () => {
    const [person, release] = [await signer("Wrong Role", "release-engineer"), await readyRelease(pipeline)];
    for (const role of ["product-owner", "release-engineer"] as const) {
      await expect(sign(person, release, role)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("a printed name that is not the signer's is invalid, and so is a rejection without a reason", async () => {
    const [person, release] = [await signer("Real Name"), await readyRelease(pipeline)];
    const named = { ...input(release, person), printedName: "Somebody Else" };
    await expect(signRelease(confirmed(person), named)).rejects.toMatchObject({ issues: [{ path: "printedName" }] });
    const rejecting = { ...input(release, person), decision: "reject", reason: "   " };
    await expect(signRelease(confirmed(person), rejecting)).rejects.toMatchObject({ issues: [{ path: "reason" }] });
  });

  it("one person in all the roles counts once", async () => {
    const all = await newPerson(tenant, ["change-board", "sre-on-call", "product-owner"], "Al Roles");
    const release = await readyRelease(pipeline);
    await sign(all, release, "change-board");
    await expect(sign(all, release, "sre-on-call")).rejects.toMatchObject({ code: "conflict" });
    expect(await verdictOf(release)).toMatchObject({ outcome: "missing", observed: 1, threshold: 3 });
  });

  it("a release that has ended cannot be signed", async () => {
    const [person, release] = [await signer("Too Late"), await readyRelease(pipeline)];
    await advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "aborted", note: "Given up." });
    await expect(sign(person, release, "change-board")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("signing asks for the password again", () => {
  const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1000);
  it("no proof, an old one, one from the future and another person's are all refused, and store nothing", async () => {
    const [person, other, release] = [await signer("Una Proven"), tenant.admin, await readyRelease(pipeline)];
    const proof = { personId: person.id, method: "password" as const };
    const contexts: Context[] = [
      { actor: person },
      { actor: person, stepUp: { ...proof, at: at(130) } },
      { actor: person, stepUp: { ...proof, at: at(-130) } },
      { actor: person, stepUp: { ...proof, at: new Date(Number.NaN) } },
      { actor: person, stepUp: { ...proof, personId: other.id, at: at(0) } },
    ];
    const before = await countOf(database.web, tenant.tenantId, "signature");
    for (const context of contexts) {
      await expect(signRelease(context, input(release, person))).rejects.toMatchObject({ code: "unauthenticated" });
    }
    expect(await countOf(database.web, tenant.tenantId, "signature")).toBe(before);
  });
});

describe("rejecting and withdrawing", () => {
  it("a standing rejection blocks a fully signed release until its signer withdraws it", async () => {
    const [approvers, release] = [await newApprovers(tenant), await readyRelease(pipeline)];
    await approveAll(approvers, release);
    const objector = await signer("Olga Objector");
    const { id } = await sign(objector, release, "change-board", "reject");
    expect(await verdictOf(release)).toMatchObject({ outcome: "fail" });
    const withdraw = { signatureId: id, reason: "It was mended." };
    await expect(withdrawSignature({ actor: approvers["change-board"] }, withdraw)).rejects.toMatchObject({
      code: "forbidden",
    });
    await withdrawSignature({ actor: objector }, withdraw);
    expect(await verdictOf(release)).toMatchObject({ outcome: "pass" });
    await expect(withdrawSignature({ actor: objector }, withdraw)).rejects.toMatchObject({ code: "conflict" });
  });

  it("a new manifest revision lifts a rejection, and needs every signature anew", async () => {
    const [approvers, release] = [await newApprovers(tenant), await readyRelease(pipeline)];
    await sign(approvers["change-board"], release, "change-board", "reject");
    const content = manifestDocument(release, { feature_flags: [{ name: "new", to: "off" }] });
    const { digest } = await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    await approveAll(approvers, { ...release, digest });
    expect(await verdictOf(release)).toMatchObject({ outcome: "pass" });
  });

  it("a withdrawn approval counts no more, and its signer may sign again", async () => {
    const [approvers, release] = [await newApprovers(tenant), await readyRelease(pipeline)];
    const { id } = await sign(approvers["change-board"], release, "change-board");
    await withdrawSignature({ actor: approvers["change-board"] }, { signatureId: id, reason: "Read it again." });
    await sign(approvers["sre-on-call"], release, "sre-on-call");
    await sign(approvers["product-owner"], release, "product-owner");
    expect(await verdictOf(release)).toMatchObject({ outcome: "missing", observed: 2 });
    await sign(approvers["change-board"], release, "change-board");
    expect(await verdictOf(release)).toMatchObject({ outcome: "pass" });
  });
});
