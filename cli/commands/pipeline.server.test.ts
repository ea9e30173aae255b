import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { sha256 } from "@/lib/core/digest";
import { manifestDigest, parseManifest } from "@/lib/core/manifest/parse";
import { putManifest } from "@/lib/registry/manifest/put";
import { withdrawSignature } from "@/lib/registry/release/withdraw";
import { withApiServer } from "@/lib/testing/api-server";
import { metricsDocument, rehearsalDocument, scorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, approveAll, newApprovers, sign } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { type Run, run, Workspace } from "../testing/run";

openDatabase();
let tenant: TestTenant;
let token: string;
let approvers: Approvers;
let workspace: Workspace;
beforeAll(async () => {
  tenant = await newTenant();
  token = (await newToken(tenant)).text;
  approvers = await newApprovers(tenant);
});
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

const place = { service: "service-api", environment: "production" };
const config = (workers: number) => `release: "{{VERSION}}"
authors: ["Dana Dev <dana@example.com>"]
artifacts: [{ name: service, path: dist/service.tgz }]
configuration: { values: { WORKERS: ${workers} } }
rollout_window: { start: "${new Date(Date.now() - 3_600_000).toISOString()}", duration: 24h }
rollback_plan: { summary: Deploy the version before, steps: [Deploy it], target_version: "1.0", owner: sre }
scorecard: scorecard.json
`;

type Cli = (args: string[], onSleep?: (elapsedMs: number) => Promise<void>) => Promise<Run>;

/** A pipeline's own command line for one version, against the real API. */
async function pipeline(version: string, use: (cli: Cli, release: { id: string; digest: string }) => Promise<void>) {
  const commit = sha256(version).slice(7, 47);
  const subject = { ...place, version, commit };
  await workspace.write({
    "dist/service.tgz": `service ${version}`,
    "scorecard.json": scorecardDocument(subject),
    "metrics.json": metricsDocument(subject),
    "rehearsal.json": rehearsalDocument(subject),
  });
  await withApiServer(async (address) => {
    const env = {
      READINESS_SERVER: address,
      READINESS_TOKEN: token,
      READINESS_SERVICE: place.service,
      READINESS_ENVIRONMENT: place.environment,
      VERSION: version,
    };
    const cli: Cli = (args, onSleep) =>
      run(args, { cwd: workspace.folder, env, randomId: randomUUID, ...(onSleep && { onSleep }) });
    const created = await done(cli(["release", "create", "--version", version, "--commit", commit, "--json"]));
    await done(cli(["submit", "scorecard", "scorecard.json"]));
    await done(cli(["submit", "metrics", "metrics.json"]));
    await done(cli(["submit", "rehearsal", "rehearsal.json"]));
    await workspace.write({ "release.yml": config(version.length) });
    await done(cli(["manifest", "--config", "release.yml", "--commit", commit, "--submit"]));
    const digest = manifestDigest(parseManifest(await workspace.json("release-manifest.json")));
    await use(cli, { id: JSON.parse(created.out).id, digest });
  });
}

async function done(ran: Promise<Run>): Promise<Run> {
  const { code, err, out } = await ran;
  expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
  return { code, err, out };
}
const gate = (version: string) => ["gate", "--version", version, "--wait", "10m", "--decision-file", "decision.json"];
const verify = ["verify", "decision", "decision.json", "--artifact", "service=dist/service.tgz"];

it("a pipeline waits for its signatures, gets the decision, and its deploy step can rely on it until it is withdrawn", async () => {
  await pipeline("1.0", async (cli, release) => {
    const manifest = parseManifest(await workspace.json("release-manifest.json"));
    expect(manifest.configuration_deltas).toEqual([{ key: "WORKERS", from: null, to: "3" }]);
    let signed: { id: string } | undefined;
    const waited = await cli(gate("1.0"), async (elapsed) => {
      if (elapsed !== 10_000) return;
      const ready = { ...place, ...release, version: "1.0", commit: manifest.commit };
      signed = await sign(approvers["change-board"], ready, "change-board");
      await sign(approvers["sre-on-call"], ready, "sre-on-call");
      await sign(approvers["product-owner"], ready, "product-owner");
    });
    expect(waited.err).toMatch(/to do: Sign as change-board \(change-board: Chris Board\)/);
    expect(waited).toMatchObject({ code: 0, out: expect.stringMatching(/^GO: /) });
    expect(await workspace.json("decision.json")).toMatchObject({
      release: { id: release.id, ...place, version: "1.0", commit: manifest.commit },
      manifestDigest: release.digest,
      artifacts: [{ name: "service", hash: sha256("service 1.0") }],
      policyVersion: expect.any(Number),
      verdict: { verdict: "approve", at: expect.any(String) },
    });
    expect(await cli(verify)).toMatchObject({ code: 0, out: expect.stringMatching(/^HOLDS: /) });

    await withdrawSignature(
      { actor: approvers["change-board"] },
      { signatureId: signed?.id, reason: "second thoughts" },
    );
    const after = await cli(verify);
    expect(after).toMatchObject({ code: 1, out: expect.stringMatching(/would not approve any more/) });
  });
});

it("a rejection ends the wait at once, and the decision file is no leave to deploy", async () => {
  await pipeline("1.1", async (cli, release) => {
    const { commit } = parseManifest(await workspace.json("release-manifest.json"));
    const waited = await cli(gate("1.1"), async (elapsed) => {
      if (elapsed !== 5000) return;
      await sign(approvers["sre-on-call"], { ...place, ...release, version: "1.1", commit }, "sre-on-call", "reject");
    });
    expect(waited).toMatchObject({ code: 1, out: expect.stringMatching(/^NO-GO: /) });
    expect(waited.err).toMatch(/rejected by Sam Reliable as sre-on-call: The rollback plan has no owner/);
    expect(waited.err).not.toMatch(/\[\+10 s\]/);
    expect(await cli(verify)).toMatchObject({ code: 1, out: expect.stringMatching(/is reject, not approve/) });
  });
});

it("the next release tells its configuration against the one that was released, and an old decision no longer holds", async () => {
  await pipeline("1.2.0", async (cli, release) => {
    const content = parseManifest(await workspace.json("release-manifest.json"));
    const ready = { ...place, ...release, version: "1.2.0", commit: content.commit };
    await approveAll(approvers, ready);
    await done(cli(gate("1.2.0")));
    for (const stage of ["build", "readiness", "staging", "approval"]) {
      await done(cli(["release", "advance", stage, "--version", "1.2.0", "--status", "succeeded"]));
    }
    const production = ["release", "advance", "production", "--version", "1.2.0", "--status", "succeeded"];
    await done(cli([...production, "--manifest", "release-manifest.json"]));
    expect(await cli(verify)).toMatchObject({ code: 0 });
    const { actor } = await newToken(tenant);
    const changed = { ...content, feature_flags: [{ name: "late", to: "on" }] };
    await putManifest({ actor }, { releaseId: release.id, content: changed });
    expect(await cli(verify)).toMatchObject({ code: 1, out: expect.stringMatching(/another manifest since/) });
  });
  await pipeline("1.2.1-rc", async () => {
    const { configuration_deltas } = parseManifest(await workspace.json("release-manifest.json"));
    expect(configuration_deltas).toEqual([{ key: "WORKERS", from: "5", to: "8" }]);
  });
});
