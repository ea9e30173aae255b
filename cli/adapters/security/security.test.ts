import { describe, expect, it } from "vitest";
import type { Adapter, Severity } from "../adapter";
import { SuiteEvidence } from "../suite-evidence";
import { ofFixture, ofText, refusalOf } from "../testing/recorder";
import { bandit } from "./bandit";
import { grype } from "./grype";
import { npmAudit } from "./npm-audit";
import { osvScanner } from "./osv-scanner";
import { pipAudit } from "./pip-audit";
import { safety } from "./safety";
import { sarif } from "./sarif";
import { trivy } from "./trivy";

type Found = [id: string, severity: Severity];

describe("findings of reports, each with the name to waive it by", () => {
  it.each<[Adapter, string, Found[]]>([
    [
      bandit,
      "findings.json",
      [
        ["B403 (app/run.py:2)", "low"],
        ["B404 (app/run.py:3)", "low"],
        ["B602 (app/run.py:6)", "high"],
        ["B101 (app/run.py:7)", "low"],
        ["B303 (app/run.py:8)", "medium"],
        ["B301 (app/run.py:9)", "medium"],
      ],
    ],
    [
      npmAudit,
      "found.json",
      [
        ["GHSA-29mw-wpgm-hmr9 (lodash)", "medium"],
        ["GHSA-35jh-r3h4-6jhm (lodash)", "high"],
        ["GHSA-xvch-5gv4-984h (minimist)", "critical"],
      ],
    ],
    [
      npmAudit,
      "older.json",
      [
        ["CVE-2020-7598 (minimist)", "low"],
        ["GHSA-xvch-5gv4-984h (minimist)", "critical"],
      ],
    ],
    [
      trivy,
      "filesystem.json",
      [
        ["CVE-2021-23337 (lodash)", "high"],
        ["CVE-2020-28500 (lodash)", "medium"],
        ["CVE-2025-99999 (left-pad)", "high"],
        ["DS002 (Dockerfile)", "high"],
        ["DS026 (Dockerfile:3)", "low"],
        ["aws-access-key-id (config/settings.env:4)", "critical"],
      ],
    ],
    [
      grype,
      "image.json",
      [
        ["CVE-2021-23337 (lodash)", "high"],
        ["CVE-2005-2541 (tar)", "low"],
        ["CVE-2025-99999 (libssl3)", "high"],
      ],
    ],
    [
      pipAudit,
      "found.json",
      [
        ["CVE-2019-1010083 (flask)", "high"],
        ["CVE-2018-1000656 (flask)", "high"],
      ],
    ],
    [
      safety,
      "check.json",
      [
        ["CVE-2021-28658 (django)", "medium"],
        ["CVE-2022-42969 (py)", "high"],
        ["safety 25853 (insecure-package)", "high"],
      ],
    ],
    [safety, "scan.json", [["safety 39646 (django)", "high"]]],
    [
      osvScanner,
      "found.json",
      [
        ["CVE-2020-28500 (lodash)", "medium"],
        ["CVE-2021-23337 (lodash)", "high"],
        ["CVE-2019-10906 (jinja2)", "high"],
        ["PYSEC-2025-1 (jinja2)", "high"],
      ],
    ],
    [
      sarif,
      "eslint.sarif",
      [
        ["no-unused-vars (/project/src/bad.js:1)", "medium"],
        ["no-eval (/project/src/bad.js:2)", "high"],
        ["no-debugger (/project/src/bad.js:3)", "high"],
      ],
    ],
    [sarif, "biome.sarif", [["lint/security/noGlobalEval (/project/src/ev.ts:1)", "high"]]],
  ])("%o %s", async (adapter, file, expected) => {
    const { findings, scanned } = await ofFixture(adapter, file);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual(expected);
    expect(scanned).toBe(true);
  });

  it("names what a linter found by its fingerprint, which stays where lines move", async () => {
    const { findings } = await ofFixture(sarif, "flawfinder.sarif");
    expect(findings.map(({ id, severity }) => [id.replace(/[0-9a-f]{12}/, "…"), severity])).toEqual([
      ["FF1013 (a.c …)", "low"],
      ["FF1001 (a.c …)", "high"],
      ["FF1016 (a.c …)", "high"],
      ["FF1044 (a.c …)", "high"],
    ]);
    expect(findings[1]?.title).toMatch(/buffer overflows/);
  });

  it("knows the same vulnerability again in another scanner's report", async () => {
    const suite = new SuiteEvidence("security");
    for (const [adapter, file] of [
      [trivy, "filesystem.json"],
      [grype, "image.json"],
      [osvScanner, "found.json"],
    ] as const) {
      for (const finding of (await ofFixture(adapter, file)).findings) suite.finding(finding);
    }
    const named = suite.result().findings.map(({ id }) => id);
    expect(named.filter((id) => id.includes("CVE-2021-23337"))).toEqual(["CVE-2021-23337 (lodash)"]);
    expect(named).toHaveLength(10);
  });
});

describe("a clean report", () => {
  it.each<[Adapter, string]>([
    [bandit, "clean.json"],
    [npmAudit, "clean.json"],
    [trivy, "clean-image.json"],
    [grype, "clean.json"],
    [pipAudit, "clean.json"],
    [osvScanner, "clean.json"],
    [sarif, "flawfinder-clean.sarif"],
  ])("%o %s says that there is nothing", async (adapter, file) => {
    const told = await ofFixture(adapter, file);
    expect(told).toMatchObject({ scanned: true, findings: [], violations: [] });
  });
});

describe("what a scanner could not look at is a violation", () => {
  it.each<[Adapter, string, string[]]>([
    [bandit, "findings.json", ["bandit could not scan app/broken.py: syntax error while parsing AST from file"]],
    [
      bandit,
      "missing.json",
      ["bandit could not scan nothere: No such file or directory", "missing.json: bandit scanned no line of code"],
    ],
    [bandit, "nothing.json", ["nothing.json: bandit scanned no line of code"]],
    [trivy, "nothing.json", ["nothing.json: Trivy names nothing that it scanned"]],
    [
      pipAudit,
      "found.json",
      ["pip-audit did not look up in-house: Dependency not found on PyPI and could not be audited: in-house (1.0.0)"],
    ],
  ])("%o %s", async (adapter, file, expected) => {
    expect((await ofFixture(adapter, file)).violations).toEqual(expected);
  });

  const meta = { safety_version: "2", packages_found: 0 };
  it.each<[string, Adapter, object, RegExp]>([
    ["no package", safety, { report_meta: meta, vulnerabilities: [] }, /saw no package/],
    ["no file", safety, { meta: { safety_version: "3" }, scan_results: { projects: [] } }, /scanned no file/],
    ["no dependency", pipAudit, { dependencies: [], fixes: [] }, /saw no dependency/],
    [
      "no dependency",
      npmAudit,
      { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: {}, dependencies: { total: 0 } } },
      /saw no dependency/,
    ],
  ])("%s", async (_what, adapter, content, reason) => {
    const { violations } = await ofText(adapter, content);
    expect(violations).toEqual([expect.stringMatching(reason)]);
  });
});

describe("npm's packages that are vulnerable because of others", () => {
  const report = (vulnerabilities: object) => ({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { vulnerabilities: { total: Object.keys(vulnerabilities).length }, dependencies: { total: 9 } },
  });
  const advisory = { source: 1, name: "c", url: "https://example.org/1", severity: "low" };

  it("count by the advisory that their chain leads to", async () => {
    const { findings } = await ofText(
      npmAudit,
      report({
        a: { severity: "low", via: ["b"] },
        b: { severity: "low", via: ["c", "a"] },
        c: { severity: "low", via: [advisory] },
      }),
    );
    expect(findings).toEqual([{ id: "npm advisory 1 (c)", severity: "low" }]);
  });

  it("count themselves where it leads to none", async () => {
    const { findings } = await ofText(
      npmAudit,
      report({ a: { severity: "critical", via: ["b"] }, b: { severity: "moderate", via: ["a"] } }),
    );
    expect(findings).toEqual([
      { id: "a", severity: "critical" },
      { id: "b", severity: "medium" },
    ]);
  });
});

describe("a document that is no complete report is refused, never taken for a clean one", () => {
  it.each<[Adapter, string]>([
    [npmAudit, "unavailable.json"],
    [npmAudit, "no-lockfile.json"],
  ])("%o %s, as the tool writes it when it fails", async (adapter, file) => {
    const error = await ofFixture(adapter, file).catch((caught) => caught);
    expect(error.message).toMatch(/npm audit failed: (503 Service Unavailable|This command requires)/);
    expect(error.exitCode).toBe(3);
  });

  const all = [bandit, grype, npmAudit, osvScanner, pipAudit, safety, sarif, trivy];
  const hostile: [string, string | object][] = [
    ["nothing", ""],
    ["another text", "<html>502 Bad Gateway</html>"],
    ["an empty object", {}],
    ["an empty list", []],
    ["null", "null"],
    ["an error", { error: { code: "E500", summary: "failed", detail: "" } }],
    ["a message", { message: "rate limited" }],
    ["empty results", { results: [] }],
    ["a cut text", '{"results": [], "matches": [], "Results": [], "runs": [], "dependencies": ['],
    [
      "lists that are none",
      { results: "x", matches: {}, Results: 1, runs: true, dependencies: "", vulnerabilities: 0, version: "2.1.0" },
    ],
    ["nesting", `{"runs":${"[".repeat(200)}`],
    ["keys of prototypes", '{"__proto__": {"results": []}, "constructor": {"matches": []}}'],
  ];
  it.each(all.flatMap((adapter) => hostile.map(([what, content]) => [what, adapter, content] as const)))(
    "%s by %o",
    async (_what, adapter, content) => {
      const error = await refusalOf(adapter, content);
      expect(error.message).toMatch(/^report:/);
      expect(error.exitCode).toBe(3);
    },
  );

  const counts = { info: 0, low: 0, moderate: 0, high: 1, critical: 0 };
  it.each<[string, Adapter, object, RegExp]>([
    [
      "fewer packages than it counts",
      npmAudit,
      { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { ...counts, total: 1 } } },
      /tells of 1 vulnerabilities, but lists 0/,
    ],
    ["fewer advisories", npmAudit, { advisories: {}, metadata: { vulnerabilities: counts } }, /tells of 1/],
    ["no summary", npmAudit, { auditReportVersion: 2, vulnerabilities: {} }, /no complete report/],
    [
      "fewer vulnerabilities than it counts",
      safety,
      { report_meta: { vulnerabilities_found: 2 }, vulnerabilities: [] },
      /tells of 2 vulnerabilities, but lists 0/,
    ],
    [
      "a dependency that nobody looked up",
      pipAudit,
      { dependencies: [{ name: "a", version: "1" }] },
      /dependencies\[0\]/,
    ],
    ["a source without packages", osvScanner, { results: [{ source: {} }] }, /no complete report/],
    ["a newer schema", trivy, { SchemaVersion: 3, ArtifactName: "a", Results: [] }, /SchemaVersion/],
    [
      "a list that is a word",
      trivy,
      { SchemaVersion: 2, Results: [{ Vulnerabilities: "none" }] },
      /must be array or null/,
    ],
    ["a match without artifact", grype, { matches: [{ vulnerability: { id: "a" } }], source: {} }, /artifact/],
    ["a result without rule", bandit, { errors: [], metrics: {}, results: [{}] }, /results\[0\]/],
  ])("%s", async (_what, adapter, content, reason) => {
    expect((await refusalOf(adapter, content)).message).toMatch(reason);
  });
});
