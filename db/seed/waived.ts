import type { WaiverPlan } from "./plan";
import type { SampleFinding } from "./scorecard-document";

/** Findings of the sample's scanners. The numbers are of no advisory. */
export const CRITICAL_TLS: SampleFinding = {
  id: "CVE-2025-99011",
  title: "Certificate check skipped on resumed sessions",
};
export const CRITICAL_IMAGE: SampleFinding = {
  id: "CVE-2026-99102",
  title: "Heap overflow when decoding a tensor header",
};
export const PARSER_FINDING: SampleFinding = {
  id: "CVE-2025-99037",
  title: "Slow regular expression in the query parser",
};
export const ARCHIVE_FINDING: SampleFinding = {
  id: "CVE-2025-99058",
  title: "Symbolic links followed while unpacking",
};
export const LOGGER_FINDING: SampleFinding = {
  id: "CVE-2026-99064",
  title: "Log line injection through header values",
};
export const TEMPLATE_FINDING: SampleFinding = { id: "CVE-2026-99110", title: "Template cache grows without bound" };

export const PARSER_WAIVER: WaiverPlan = {
  check: "security.medium",
  finding: PARSER_FINDING.id,
  days: 14,
  justification: "The parser is reached by signed-in operators only; the fixed version is not released yet.",
  mitigation: "Queries are cut at 2 kB and time out after one second.",
  requested: true,
};

/** Asked for on a release that is open now; nobody has decided yet. */
export const TEMPLATE_WAIVER: WaiverPlan = {
  check: "security.medium",
  finding: TEMPLATE_FINDING.id,
  days: 10,
  justification: "The cache is emptied with each restart, and instances restart daily.",
  mitigation: "Memory is watched; an instance above 80% is restarted by itself.",
};

/** Taken back when the fixed version came out the same day. */
export const ARCHIVE_WAIVER: WaiverPlan = {
  check: "security.medium",
  finding: ARCHIVE_FINDING.id,
  days: 7,
  justification: "Archives come from our own build alone.",
  mitigation: "Unpacking runs in a container without write access to the host.",
  fate: "revoked",
};

export const LOGGER_WAIVER: WaiverPlan = {
  check: "security.medium",
  finding: LOGGER_FINDING.id,
  days: 28,
  justification: "No consumer of the logs parses the affected field.",
  mitigation: "The collector drops control characters; upgrade planned with the next base image.",
};

export const FLAKY_UNIT: WaiverPlan = {
  check: "suites.flake_rate",
  finding: "unit",
  days: 10,
  justification:
    "The flaky tests all wait on the judge simulator, which was moved that week; none touches shipped code.",
  mitigation: "Retries are capped at one and the simulator's owner has the list.",
};

const sandbox = {
  justification:
    "All failures come from the partner's sandbox, which was down for two hours; the same tests passed the day before.",
  mitigation: "Rollout at 5% with the partner's status page watched; rerun tonight.",
};
export const INTEGRATION_WAIVERS: WaiverPlan[] = [
  { check: "integration.success_rate", days: 1, fate: "extended", ...sandbox },
  { check: "scorecard.overall", finding: "integration", days: 5, ...sandbox },
  { check: "telemetry.readiness_passed", days: 5, ...sandbox },
];

/** For every release of a service: the suite is being replaced. */
export const FLAKY_SERVICE: WaiverPlan = {
  check: "suites.flake_rate",
  days: 14,
  justification: "The unit suite of the Eval Suite is being split; until then its judge simulator makes it flaky.",
  mitigation: "Each flaky test has an owner; the rate is reported weekly to the change board.",
};
