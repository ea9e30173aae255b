import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Adapter, Severity } from "../adapter";
import { SuiteEvidence } from "../suite-evidence";
import { ofText } from "../testing/recorder";
import { bandit } from "./bandit";
import { grype } from "./grype";
import { npmAudit } from "./npm-audit";
import { osvScanner } from "./osv-scanner";
import { pipAudit } from "./pip-audit";
import { safety } from "./safety";
import { sarif } from "./sarif";
import { trivy } from "./trivy";

/** A vulnerability of a package at a place, in the words of each tool. */
type Sample = { id: string; of: string; word: string; score: number; line: number };

const sample = fc.record({
  id: fc.constantFrom("CVE-2025-1000", "CVE-2025-1001", "GHSA-aaaa-bbbb-cccc", "OTHER-1"),
  of: fc.constantFrom("lodash", "left-pad", "@scope/name"),
  word: fc.constantFrom("CRITICAL", "high", "MODERATE", "medium", "low", "Negligible", "UNKNOWN", "?"),
  score: fc.constantFrom(0, 3.9, 4, 7, 9, 10),
  line: fc.integer({ min: 1, max: 3 }),
});

const REPORTS: [Adapter, (samples: readonly Sample[]) => object][] = [
  [
    bandit,
    (samples) => ({
      errors: [],
      metrics: { _totals: { loc: 1 } },
      results: samples.map(({ id, of, word, line }) => ({
        filename: of,
        line_number: line,
        test_id: id,
        issue_severity: word,
        issue_text: "",
      })),
    }),
  ],
  [
    grype,
    (samples) => ({
      matches: samples.map(({ id, of, word }) => ({ vulnerability: { id, severity: word }, artifact: { name: of } })),
      source: {},
    }),
  ],
  [
    npmAudit,
    (samples) => ({
      vulnerabilities: Object.fromEntries(
        samples.map(({ id, of, word }, index) => {
          const via = [{ source: index, name: of, url: `https://github.com/advisories/${id}`, severity: word }];
          return [`package-${index}`, { severity: word, via }];
        }),
      ),
      metadata: { vulnerabilities: { total: samples.length } },
    }),
  ],
  [
    osvScanner,
    (samples) => ({
      results: samples.map(({ id, of, score }) => ({
        source: {},
        packages: [{ package: { name: of }, groups: [{ ids: [id], max_severity: String(score) }] }],
      })),
      experimental_config: {},
    }),
  ],
  [pipAudit, (samples) => ({ dependencies: samples.map(({ id, of }) => ({ name: of, vulns: [{ id }] })) })],
  [
    safety,
    (samples) => ({
      report_meta: { vulnerabilities_found: samples.length },
      vulnerabilities: samples.map(({ id, of, word }) => ({ vulnerability_id: id, package_name: of, severity: word })),
    }),
  ],
  [
    sarif,
    (samples) => ({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "t" } },
          results: samples.map(({ id, of, score, line }) => ({
            ruleId: id,
            message: { text: "" },
            properties: { "security-severity": score },
            locations: [{ physicalLocation: { artifactLocation: { uri: of }, region: { startLine: line } } }],
          })),
        },
      ],
    }),
  ],
  [
    trivy,
    (samples) => ({
      SchemaVersion: 2,
      Results: samples.map(({ id, of, word, line }) => ({
        Vulnerabilities: [{ VulnerabilityID: id, PkgName: of, Severity: word }],
        Secrets: [{ RuleID: id, Severity: word, StartLine: line }],
        Target: of,
      })),
    }),
  ],
];

async function countsOf(adapter: Adapter, report: object) {
  const suite = new SuiteEvidence("security");
  for (const finding of (await ofText(adapter, report)).findings) suite.finding(finding);
  suite.scanned();
  return suite.result().vulnerabilities;
}

const FROM_WORST: readonly Severity[] = ["critical", "high", "medium", "low"];

describe("one finding more", () => {
  it.each(REPORTS)("never lowers how many there are of a severity or worse (%o)", async (adapter, write) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 6 }), sample, fc.nat(6), async (samples, added, position) => {
        const more = samples.toSpliced(position, 0, added);
        const [before, after] = [await countsOf(adapter, write(samples)), await countsOf(adapter, write(more))];
        for (const [index] of FROM_WORST.entries()) {
          const total = (counts: typeof before) =>
            FROM_WORST.slice(0, index + 1).reduce((sum, severity) => sum + (counts?.[severity] ?? 0), 0);
          expect(total(after)).toBeGreaterThanOrEqual(total(before));
        }
        expect(after).not.toEqual({ critical: 0, high: 0, medium: 0, low: 0 });
      }),
      { numRuns: 20 },
    );
  });
});
