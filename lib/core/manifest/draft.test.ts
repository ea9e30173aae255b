import { describe, expect, it } from "vitest";
import { manifestDocument } from "@/lib/testing/documents";
import { completeManifest, type ManifestCompletion } from "./complete";
import { type DraftSources, draftManifest } from "./draft";
import { parseManifest } from "./parse";

const subject = { service: "checkout", environment: "production", version: "1.4.0", commit: "c".repeat(40) };
const hash = `sha256:${"5e".repeat(32)}`;
const previous = {
  version: "1.3.0",
  content: parseManifest(
    manifestDocument(
      { ...subject, version: "1.3.0", commit: "b".repeat(40) },
      {
        configuration: [
          { key: "POOL", value: "20" },
          { key: "REGION", value: "eu" },
        ],
        feature_flags: [{ name: "fast", from: "off", to: "5%" }],
        secret_versions: [{ name: "db", version: "v7" }],
        migrations: [{ name: "0042", dry_run: "passed", rollback: "drop it" }],
        rollback_plan: {
          summary: "Return to 1.2.9, not to 1.2.",
          steps: ["Deploy checkout 1.2.9.", "See that 1.2.9-rc.1 and 11.2.9 are gone."],
          target_version: "1.2.9",
          owner: "sre",
          estimated_minutes: 12,
        },
      },
    ),
  ),
};
const all: DraftSources = {
  release: subject,
  creator: { name: "Dana Dev", email: "dana@example.com" },
  scorecard: { runId: "run-1", digest: hash },
  traceIds: ["a".repeat(32)],
  artifacts: [hash, hash],
  previous,
  window: { start: "2025-10-01T13:00:00Z", end: "2025-10-01T17:00:00Z" },
};
const nothing: DraftSources = {
  ...{ release: subject, creator: null, scorecard: null, traceIds: [], artifacts: [], previous: null, window: null },
};
const missing = (sources: DraftSources) => draftManifest(sources).missing.map(({ path }) => path);

describe("a draft says what it knows and names what it does not", () => {
  it("with nothing known, everything is missing", () => {
    const { content } = draftManifest(nothing);
    expect(content).toMatchObject({
      release: "1.4.0",
      service: "checkout",
      authors: [],
      artifacts: [],
      scorecard: null,
    });
    expect(missing(nothing)).toEqual([
      ...["authors", "artifacts", "configuration_deltas", "rollout_window", "rollback_plan", "scorecard"],
    ]);
    expect(draftManifest(nothing).missing.map(({ message }) => message)).toContain(
      "Scorecard: no run of commit cccccccccccc for production.",
    );
  });

  it("with everything known, names of artifacts and what changes are still for people to say", () => {
    expect(missing(all)).toEqual(["artifacts", "configuration_deltas"]);
    expect(draftManifest(all).content.artifacts).toEqual([{ name: "", hash }]);
  });

  it("is never a manifest that could be put, and so signed", () => {
    expect(() => parseManifest(draftManifest({ ...all, artifacts: [] }).content)).toThrow(/configuration_deltas/);
    expect(() => parseManifest(draftManifest(nothing).content)).toThrow(/author/);
  });

  it("goes back to the version released last, and names no other version by accident", () => {
    expect(draftManifest(all).content.rollback_plan).toMatchObject({
      summary: "Return to 1.3.0, not to 1.2.",
      steps: ["Deploy checkout 1.3.0.", "See that 1.2.9-rc.1 and 11.2.9 are gone."],
      target_version: "1.3.0",
      owner: "sre",
    });
  });

  it("carries flags, secrets and configuration over as they are, and no migration", () => {
    expect(draftManifest(all).content).toMatchObject({
      feature_flags: [{ name: "fast", from: "5%", to: "5%" }],
      secret_versions: [{ name: "db", version: "v7" }],
      configuration: previous.content.configuration,
      migrations: [],
    });
  });
});

const typed: ManifestCompletion = {
  authors: "Dana Dev <dana@example.com>\n\n Eve \n",
  artifacts: [{ name: "checkout.tgz", hash }],
  configuration_deltas: [
    { key: "POOL", from: "20", to: "40" },
    { key: "REGION", from: "eu", to: "" },
    { key: "DEBUG", from: "", to: "off" },
  ],
  window_start: "2025-10-01T09:00",
  window_end: "2025-10-01T17:30",
  window_zone: "Europe/Berlin",
  rollback_summary: "Deploy 1.3.0 again.",
  rollback_steps: "deploy it\nwatch it",
  rollback_target: "1.3.0",
  rollback_owner: "sre",
  rollback_runbook: "",
};
const complete = (more: Partial<ManifestCompletion>, sources = all) =>
  completeManifest(draftManifest(sources).content, { ...typed, ...more });

describe("a draft completed by a person", () => {
  it("is a whole manifest, in which times are instants and the configuration is what it will be", () => {
    expect(complete({})).toMatchObject({
      authors: [{ name: "Dana Dev", email: "dana@example.com" }, { name: "Eve" }],
      artifacts: [{ name: "checkout.tgz", hash }],
      configuration_deltas: [
        { key: "POOL", from: "20", to: "40" },
        { key: "REGION", from: "eu", to: null },
        { key: "DEBUG", from: null, to: "off" },
      ],
      configuration: [
        { key: "DEBUG", value: "off" },
        { key: "POOL", value: "40" },
      ],
      rollout_window: { start: "2025-10-01T07:00:00Z", end: "2025-10-01T15:30:00Z" },
      rollback_plan: { steps: ["deploy it", "watch it"], estimated_minutes: 12 },
      feature_flags: [{ name: "fast", from: "5%", to: "5%" }],
    });
  });

  it("needs no release before it", () => {
    const content = complete({ configuration_deltas: [] }, nothing);
    expect(content).toMatchObject({ scorecard: null, configuration_deltas: [] });
    expect(content).not.toHaveProperty("configuration");
  });

  it.each([
    ["authors", { authors: " \n" }, /at least one author/],
    ["authors", { authors: "Dana <no address>" }, /^Row 1, email/],
    ["artifacts", { artifacts: [{ name: "a", hash: "sha256:1" }] }, /^Row 1, hash/],
    ["configuration_deltas", { configuration_deltas: [{ key: "", from: "a", to: "b" }] }, /^Row 1, key/],
    ["window_start", { window_start: "" }, /a date and a time/],
    ["window_start", { window_start: "2025-02-30T09:00" }, /a date and a time/],
    ["window_start", { window_zone: "Mars/Base" }, /not a known time zone/],
    ["window_end", { window_end: "2025-10-01T09:00" }, /after the start/],
    ["rollback_summary", { rollback_summary: "" }, /must not be empty/],
    ["rollback_steps", { rollback_steps: "\n" }, /at least one step/],
    ["rollback_runbook", { rollback_runbook: "javascript:alert(1)" }, /http or https/],
  ] as const)("names the field %s: %j", (path, more, message) => {
    let issues: { path: string; message: string }[] = [];
    try {
      complete(more as Partial<ManifestCompletion>);
    } catch (error) {
      issues = (error as { issues: typeof issues }).issues;
    }
    expect(issues).toContainEqual({ path, message: expect.stringMatching(message) });
  });
});

describe("a local time in a zone", () => {
  const zone = "Europe/Berlin";
  const end = "2026-10-30T09:00";
  const fault = (window_start: string, window_zone = zone) => {
    try {
      return complete({ window_start, window_end: end, window_zone }).rollout_window.start;
    } catch (error) {
      return (error as Error).message;
    }
  };
  it("is another instant in summer than in winter", () => {
    expect(fault("2025-10-25T09:00")).toBe("2025-10-25T07:00:00Z");
    expect(fault("2025-10-27T09:00")).toBe("2025-10-27T08:00:00Z");
  });
  it("that the clocks skip, or that comes twice, is refused and never guessed", () => {
    expect(fault("2026-03-29T02:30")).toMatch(/does not exist in Europe\/Berlin/);
    expect(fault("2025-10-26T02:30")).toMatch(/comes twice in Europe\/Berlin/);
    expect(fault("2025-10-26T02:30", "UTC")).toBe("2025-10-26T02:30:00Z");
  });
});
