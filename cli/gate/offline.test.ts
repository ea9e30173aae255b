import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Verdict } from "@/lib/core/gate/verdict";
import { waiver } from "@/lib/core/testing/facts";
import * as evidence from "../testing/evidence";
import { type Files, run, Workspace } from "../testing/run";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with(evidence.approvingFiles);
});
afterEach(() => workspace.remove());

async function gate(files: Files = {}, args = evidence.allArgs, env: Record<string, string> = {}) {
  await workspace.write(files);
  return run(args, { cwd: workspace.folder, now: evidence.NOW, env });
}
async function failing(files: Files, args = evidence.allArgs): Promise<Record<string, string>> {
  const { out } = await gate(files, [...args, "--json"]);
  const { checks } = JSON.parse(out) as Verdict;
  const bad = checks.filter(({ outcome }) => outcome !== "pass");
  return Object.fromEntries(bad.map(({ id, outcome }) => [id, outcome]));
}

describe("the verdict from files", () => {
  it("approves with 0 when every file does, and says that nobody verified the claims", async () => {
    const { code, out } = await gate();
    expect(code).toBe(0);
    expect(out).toMatch(/^GO: /);
    expect(out).toMatch(/claims that nobody verified, and no decision was stored/);
  });

  it("says so in every other form too", async () => {
    const { out, err } = await gate({}, [...evidence.allArgs, "--json"], { GITHUB_STEP_SUMMARY: "summary.md" });
    expect((JSON.parse(out) as Verdict).summary).toMatch(/claims that nobody verified/);
    expect(err).toMatch(/claims that nobody verified/);
    expect(err).toMatch(/^::warning title=Unverified::/m);
    expect(await workspace.read("summary.md")).toMatch(/claims that nobody verified/);
  });

  it("rejects with 1 and names blockers, what was observed, what to do and who can", async () => {
    const unsigned = { ...evidence.manifestFile(), approvals: [] };
    const { code, out } = await gate({ "deploy/manifest.json": unsigned });
    expect(code).toBe(1);
    expect(out).toMatch(/^NO-GO: /);
    expect(out).toMatch(/- approvals\.complete \(missing\)[\s\S]*observed 0 roles, threshold 3 roles[\s\S]*owner: /);
    expect(out).toMatch(/^Fixes\n- /m);
  });

  it("asks for a waiver with 2, and a listed waiver is used", async () => {
    const slow = evidence.scorecardFile.suites.map((suite) =>
      suite.name === "performance" ? { ...suite, p95_latency_ms: 240 } : suite,
    );
    const scorecard = { ...evidence.scorecardFile, suites: slow };
    const { code, out } = await gate({ "deploy/evidence/scorecard.json": scorecard });
    expect({ code, out }).toMatchObject({ code: 2, out: expect.stringMatching(/^WAIVER NEEDED: /) });
    const manifest = evidence.manifestFile({}, [waiver("performance.p95_ms")]);
    expect(await gate({ "deploy/manifest.json": manifest })).toMatchObject({ code: 0 });
  });
});

describe("what no file gives is missing", () => {
  it("metrics", async () => {
    expect(await failing({}, evidence.offlineArgs)).toMatchObject({ "telemetry.readiness_passed": "missing" });
  });

  it("rehearsals, incidents, calendars and the approval matrix, unless the policy does without", async () => {
    const asked = await failing({ "gate_config.yml": "enforce_approvals: true\n" });
    expect(asked).toEqual({
      "rehearsal.fresh": "missing",
      "approvals.complete": "missing",
      "incidents.open": "missing",
      "rollout.window": "missing",
      "rollout.freeze": "missing",
    });
  });

  it("a scorecard, when the manifest names none", async () => {
    const manifest = evidence.manifestFile({ scorecard_path: undefined });
    expect(await failing({ "deploy/manifest.json": manifest })).toMatchObject({ "scorecard.present": "missing" });
  });

  it("waivers, when the file does not even say that there are none", async () => {
    const { waivers: _waivers, ...manifest } = evidence.manifestFile() as Record<string, unknown>;
    expect(Object.keys(await failing({ "deploy/manifest.json": manifest }))).toEqual(["waivers.valid"]);
  });
});

describe("evidence of something else is none", () => {
  it.each([
    [
      "a scorecard of another commit",
      { "deploy/evidence/scorecard.json": { ...evidence.scorecardFile, commit: "a".repeat(40) } },
    ],
    [
      "a scorecard of no commit",
      { "deploy/evidence/scorecard.json": { ...evidence.scorecardFile, commit: undefined } },
    ],
    [
      "another scorecard than the manifest names",
      {
        "deploy/manifest.json": evidence.manifestFile({
          scorecard: { run_id: "run-1", digest: `sha256:${"0".repeat(64)}` },
        }),
      },
    ],
  ])("%s", async (_what, files) => {
    expect(await failing(files)).toMatchObject({ "scorecard.present": "missing" });
  });

  it.each([
    ["commit", { commit: "b".repeat(40) }],
    ["environment", { environment: "staging" }],
  ])("metrics of another %s", async (_what, differences) => {
    const metrics = { ...evidence.metricsFile, ...differences };
    expect(await failing({ "metrics.json": metrics })).toMatchObject({ "telemetry.error_rate": "missing" });
  });

  it("a rollout window that is over, wherever it is not known that this is no production", async () => {
    const rollout_window = { start: "2025-09-01T00:00:00Z", end: "2025-09-02T00:00:00Z" };
    const manifest = evidence.manifestFile({ rollout_window, environment: "live" });
    const asked = { "gate_config.yml": "enforce_approvals: true\n", "deploy/manifest.json": manifest };
    expect(await failing(asked)).toHaveProperty(["rollout.window"], "fail");
  });
});

describe("bad input is 3, with its place", () => {
  const changed = { ...evidence.manifestFile(), commit: "c".repeat(40) };
  it.each([
    [
      "a policy key that does not exist",
      { "gate_config.yml": "\nenforce_aprovals: true\n" },
      /gate_config\.yml:2:1 enforce_aprovals: unknown key/,
    ],
    [
      "a check that does not exist",
      { "gate_config.yml": "checks:\n  rehearsal.fres: {}\n" },
      /gate_config\.yml:2:3 checks\.rehearsal\.fres/,
    ],
    [
      "a threshold that is none",
      { "gate_config.yml": "checks:\n  suites.flake_rate:\n    threshold: .nan\n" },
      /gate_config\.yml:3:5 /,
    ],
    [
      "a role that does not exist",
      { "gate_config.yml": "required_roles:\n  - change-board\n  - boss\n" },
      /gate_config\.yml:3:5 /,
    ],
    [
      "a key listed twice",
      { "gate_config.yml": "require_rehearsal: true\nrequire_rehearsal: false\n" },
      /gate_config\.yml:2:1: .*unique/,
    ],
    ["broken YAML", { "gate_config.yml": "checks: [\n" }, /gate_config\.yml:\d+:\d+: /],
    [
      "a tag that nobody resolves",
      { "gate_config.yml": "require_rehearsal: !maybe false\n" },
      /gate_config\.yml:1:20: /,
    ],
    ["a policy that is a list", { "gate_config.yml": "- a\n" }, /gate_config\.yml: .*object/],
    ["a manifest changed after its export", { "deploy/manifest.json": changed }, /changed after the export/],
    ["a manifest with a key twice", { "deploy/manifest.json": '{"release":"1","release":"2"}' }, /duplicate key/],
    ["a manifest that is empty", { "deploy/manifest.json": "" }, /deploy\/manifest\.json: is empty/],
    ["a manifest that is not UTF-8", { "deploy/manifest.json": Buffer.from([0xff, 0xfe]) }, /not UTF-8/],
    ["a scorecard that is no scorecard", { "deploy/evidence/scorecard.json": {} }, /scorecard: /],
    ["metrics that are no metrics", { "metrics.json": [] }, /metrics: /],
  ])("%s", async (_what, files, reason) => {
    const { code, out, err } = await gate(files);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(reason);
  });

  it.each([
    [
      "a file that is not there",
      [...evidence.offlineArgs, "--metrics", "none.json"],
      /none\.json: there is no such file/,
    ],
    ["a folder", [...evidence.offlineArgs, "--metrics", "deploy"], /deploy: is a folder/],
    ["no policy", evidence.allArgs.slice(0, 3), /needs --config/],
    [
      "offline and online at once",
      [...evidence.allArgs, "--server", "http://localhost"],
      /--server does not go with --manifest/,
    ],
    ["a policy without a manifest", ["gate", "--config", "gate_config.yml"], /--config goes with/],
    ["another service", [...evidence.allArgs, "--service", "cli"], /is of service service-api, but cli/],
    ["another commit", [...evidence.allArgs, "--commit", "abcdef0"], /is of commit/],
    ["a naive time", ["gate", "--facts", "metrics.json", "--at", "2025-10-01T12:00:00"], /--at/],
    ["an unknown option", [...evidence.allArgs, "--force"], /unknown option/],
    ["a word too many", [...evidence.allArgs, "please"], /too many arguments/],
  ])("%s", async (_what, args, reason) => {
    const { code, err } = await gate({}, args);
    expect(code).toBe(3);
    expect(err).toMatch(reason);
  });

  it("the manifest of another environment than the pipeline's", async () => {
    const { code, err } = await gate({}, evidence.allArgs, { READINESS_ENVIRONMENT: "staging" });
    expect(code).toBe(3);
    expect(err).toMatch(/is of environment production, but staging was asked for/);
  });
});

describe("an empty policy denies", () => {
  it.each(["", "# nothing\n", "{}\n", "checks: {}\n"])("%j", async (config) => {
    expect((await gate({ "gate_config.yml": config })).code).toBe(1);
  });
});

it("keeps the verdict in a file when asked to", async () => {
  await gate({}, [...evidence.allArgs, "--decision-file", "out/decision.json"]);
  expect(await workspace.json("out/decision.json")).toMatchObject({ verdict: "approve" });
});
