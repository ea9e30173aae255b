import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { countOf } from "@/lib/testing/census";
import { manifestDocument, scorecardDocument } from "@/lib/testing/documents";
import { waiverInput } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { evaluateRelease } from "../gate/evaluate";
import { putManifest } from "../manifest/put";
import { submitScorecard } from "../scorecard/submit";
import { grantWaiver } from "./grant";
import { revokeWaiver } from "./revoke";

const database = openDatabase();
const CHECK = "performance.p95_ms";
const HOUR = 3_600_000;
let tenant: TestTenant;
let board: PersonActor;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];

beforeAll(async () => {
  tenant = await newTenant();
  board = await newPerson(tenant, ["change-board"], "Chris Board");
  pipeline = (await newToken(tenant)).actor;
});

/** A release whose service is too slow. */
async function slowRelease(): Promise<string> {
  const release = await newRelease(pipeline);
  const { service, environment, commit } = release;
  const document = scorecardDocument(release);
  const suites = document.suites.map((suite) =>
    suite.name === "performance" ? { ...suite, p95_latency_ms: 900 } : suite,
  );
  await submitScorecard({ actor: pipeline }, { service, environment, commit, document: { ...document, suites } });
  return release.id;
}

/** How the gate sees the check, on a clock that is this far ahead. */
async function checkOf(releaseId: string, aheadMs = 0, id = CHECK) {
  const clock = () => new Date(Date.now() + aheadMs);
  const { verdict } = await evaluateRelease({ actor: pipeline, clock }, { releaseId });
  return verdict.checks.find((check) => check.id === id);
}
const grant = (releaseId: string, more: Record<string, unknown> = {}) =>
  grantWaiver(confirmed(board), { ...waiverInput(releaseId, CHECK, 2 * HOUR), ...more });

describe("a waiver", () => {
  it("covers its check until its expiry by the clock of the decision, and not one instant longer", async () => {
    const releaseId = await slowRelease();
    expect(await checkOf(releaseId)).toMatchObject({ outcome: "fail", waived: false });
    const { expiresAt } = await grant(releaseId);
    expect(await checkOf(releaseId)).toMatchObject({ outcome: "fail", waived: true });
    const left = Date.parse(expiresAt) - Date.now();
    expect(await checkOf(releaseId, left - HOUR)).toMatchObject({ waived: true });
    const exactly = { actor: pipeline, clock: () => new Date(expiresAt) };
    const { verdict } = await evaluateRelease(exactly, { releaseId });
    expect(verdict.checks.find(({ id }) => id === CHECK)).toMatchObject({ waived: false });
  });

  it("covers nothing after it is revoked, and is revoked once", async () => {
    const releaseId = await slowRelease();
    const { id } = await grant(releaseId);
    const request = { waiverId: id, reason: "The fix is there." };
    await revokeWaiver({ actor: board }, request);
    expect(await checkOf(releaseId)).toMatchObject({ waived: false });
    await expect(revokeWaiver({ actor: board }, request)).rejects.toMatchObject({ code: "conflict" });
  });

  it("of one release says nothing of another", async () => {
    const [waived, other] = [await slowRelease(), await slowRelease()];
    await grant(waived);
    expect(await checkOf(other)).toMatchObject({ outcome: "fail", waived: false });
  });
});

describe("extending", () => {
  it("supersedes the old waiver once, of two who try at the same moment", async () => {
    const releaseId = await slowRelease();
    const old = await grant(releaseId);
    const before = await countOf(database.web, tenant.tenantId, "waiver");
    const longer = { supersedesId: old.id, expiresAt: new Date(Date.now() + 5 * HOUR).toISOString() };
    const results = await Promise.allSettled([grant(releaseId, longer), grant(releaseId, longer)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await countOf(database.web, tenant.tenantId, "waiver")).toBe(before + 1);
    expect(await checkOf(releaseId, 3 * HOUR)).toMatchObject({ waived: true });
  });

  it("takes only a waiver of the same scope and check", async () => {
    const [one, other] = [await slowRelease(), await slowRelease()];
    const { id } = await grant(one);
    await expect(grant(other, { supersedesId: id })).rejects.toMatchObject({ issues: [{ path: "supersedesId" }] });
  });
});

describe("granting is refused", () => {
  const bad: [string, Record<string, unknown>, string, string | undefined][] = [
    ["a mistyped expiry", { expiresAt: "2027-02-30T00:00:00Z" }, "invalid", "expiresAt"],
    ["an expiry without a zone", { expiresAt: "2027-01-01T00:00:00" }, "invalid", "expiresAt"],
    ["no expiry", { expiresAt: undefined }, "invalid", "expiresAt"],
    ["an expiry that is over", { expiresAt: "2020-01-01T00:00:00Z" }, "invalid", "expiresAt"],
    ["an expiry beyond the policy", { expiresAt: "2126-01-01T00:00:00Z" }, "invalid", "expiresAt"],
    ["an unknown check", { checkId: "performance.p96_ms" }, "invalid", "checkId"],
    ["a check that cannot be waived", { checkId: "approvals.complete" }, "invalid", "checkId"],
    ["no justification", { justification: "  " }, "invalid", "justification"],
    ["no mitigation", { mitigation: "" }, "invalid", "mitigation"],
    ["no scope", { scope: {} }, "invalid", "scope"],
    ["an unknown key", { forever: true }, "invalid", "forever"],
  ];
  it.each(bad)("for %s", async (_, change, code, path) => {
    const releaseId = await slowRelease();
    const before = await countOf(database.web, tenant.tenantId, "waiver");
    await expect(grant(releaseId, change)).rejects.toMatchObject({ code, issues: [{ path }] });
    expect(await countOf(database.web, tenant.tenantId, "waiver")).toBe(before);
  });

  it("to the release's author, and to its creator", async () => {
    const author = await newPerson(tenant, ["change-board"], "Arthur Author");
    const creator = await newPerson(tenant, ["change-board", "release-engineer"], "Cora Creator");
    const release = await newRelease(creator);
    const content = manifestDocument(release, { authors: [{ name: author.name, email: author.email }] });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    for (const person of [author, creator]) {
      const attempt = grantWaiver(confirmed(person), waiverInput(release.id, CHECK));
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("without the password, and to a token", async () => {
    const releaseId = await slowRelease();
    const input = waiverInput(releaseId, CHECK);
    await expect(grantWaiver({ actor: board }, input)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(grantWaiver({ actor: pipeline }, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
