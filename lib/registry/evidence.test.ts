import { beforeAll, describe, expect, it } from "vitest";
import { countOf, ledgerOf } from "@/lib/testing/census";
import { metricsDocument, rehearsalDocument, scorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease, readyRelease, type TestRelease } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { evaluateRelease } from "./gate/evaluate";
import { submitMetrics } from "./metrics/submit";
import { recordRehearsal } from "./rehearsal/record";
import { remediateRehearsal } from "./rehearsal/remediate";
import { submitScorecard } from "./scorecard/submit";

const database = openDatabase();
let tenant: TestTenant;
let actor: Awaited<ReturnType<typeof newToken>>["actor"];

beforeAll(async () => {
  tenant = await newTenant();
  actor = (await newToken(tenant)).actor;
});

const scorecard = ({ service, environment, commit }: TestRelease, document: unknown) =>
  submitScorecard({ actor }, { service, environment, commit, document });
const metrics = ({ service }: TestRelease, document: unknown) => submitMetrics({ actor }, { service, document });

describe.each([
  ["scorecard", scorecard, scorecardDocument, { owner: "somebody else" }],
  ["metrics_snapshot", metrics, metricsDocument, { taken_at: "2026-01-01T00:00:00Z" }],
] as const)("a run's %s", (table, submit, documentOf, change) => {
  it("is stored once, however often and however much at once it is sent", async () => {
    const release = await newRelease(actor);
    const document = documentOf(release);
    const rows = await countOf(database.web, tenant.tenantId, table);
    const entries = (await ledgerOf(database.web, tenant.tenantId)).length;
    const results = await Promise.all(Array.from({ length: 16 }, () => submit(release, document)));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await countOf(database.web, tenant.tenantId, table)).toBe(rows + 1);
    expect((await ledgerOf(database.web, tenant.tenantId)).length).toBe(entries + 1);
  });

  it("with other content under the same run is a conflict", async () => {
    const release = await newRelease(actor);
    await submit(release, documentOf(release));
    const attempt = submit(release, { ...documentOf(release), ...change });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", issues: [{ path: "document.run_id" }] });
  });
});

describe("a scorecard", () => {
  it.each([
    ["of another commit than it is sent for", { commit: "f".repeat(40) }, "document.commit"],
    ["of another environment", { environment: "staging" }, "document.environment"],
    ["from the future", { generated_at: "2999-01-01T00:00:00Z" }, "document.generated_at"],
    ["without a zone in its time", { generated_at: "2025-10-01T12:00:00" }, "document.generated_at"],
  ])("%s is refused", async (_, change, path) => {
    const release = await newRelease(actor);
    const attempt = scorecard(release, { ...scorecardDocument(release), ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", issues: [{ path }] });
  });

  it("of one commit is no evidence for another", async () => {
    const [measured, other] = [await newRelease(actor), await newRelease(actor)];
    await scorecard(measured, scorecardDocument(measured));
    const { verdict } = await evaluateRelease({ actor }, { releaseId: other.id });
    expect(verdict.checks.find(({ id }) => id === "scorecard.present")).toMatchObject({ outcome: "missing" });
  });
});

describe("a failed rehearsal", () => {
  it("blocks until its remediation is recorded and a later one passes", async () => {
    const place = await newTenant();
    const pipeline = (await newToken(place)).actor;
    const release = await readyRelease(pipeline);
    const fresh = async () => {
      const { verdict } = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
      return verdict.checks.find(({ id }) => id === "rehearsal.fresh")?.outcome;
    };
    const record = (outcome: "passed" | "failed", minutesAgo: number) => {
      const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
      const times = { started_at: at(minutesAgo + 5), finished_at: at(minutesAgo) };
      return recordRehearsal({ actor: pipeline }, { document: { ...rehearsalDocument(release, outcome), ...times } });
    };
    expect(await fresh()).toBe("pass");
    const failed = await record("failed", 30);
    expect(await fresh()).toBe("fail");
    await record("passed", 20);
    expect(await fresh()).toBe("fail");
    const sre = await newPerson(place, ["sre-on-call"]);
    const mended = { rehearsalId: failed.id, remediation: "The runbook names the right cluster now." };
    await remediateRehearsal({ actor: sre }, mended);
    expect(await fresh()).toBe("pass");
    await expect(remediateRehearsal({ actor: sre }, mended)).rejects.toMatchObject({ code: "conflict" });
  });

  it("with long reports is recorded whole, its ledger entry small", async () => {
    const release = await newRelease(actor);
    const gaps = Array.from({ length: 200 }, () => "☃".repeat(5000));
    await recordRehearsal({ actor }, { document: { ...rehearsalDocument(release), gaps } });
    const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(JSON.stringify(last?.body).length).toBeLessThan(2000);
    expect(last?.body).toMatchObject({ data: { digest: expect.stringMatching(/^sha256:/) } });
  });
});
