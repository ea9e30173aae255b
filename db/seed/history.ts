import type { EnvironmentSlug, ServiceSlug } from "./catalogue";
import type { PersonKey } from "./people";
import type { ReleasePlan } from "./plan";
import * as waived from "./waived";

type More = Partial<Omit<ReleasePlan, "service" | "environment" | "daysAgo" | "author">>;

function plan(daysAgo: number, service: ServiceSlug, author: PersonKey, more: More = {}): ReleasePlan {
  return {
    daysAgo,
    service,
    environment: "production",
    author,
    runs: ["good"],
    review: "straight",
    end: "archived",
    ...more,
  };
}

function staged(daysAgo: number, service: ServiceSlug, author: PersonKey): ReleasePlan {
  const environment: EnvironmentSlug = "staging";
  return { ...plan(daysAgo, service, author), environment };
}

/** Six months of releases, oldest first. */
export const HISTORY: ReleasePlan[] = [
  staged(181, "service-api", "sofia"),
  plan(180, "service-api", "sofia", { promotes: true }),
  plan(174, "cli", "kenji"),
  plan(169, "scheduler", "elif", { runs: ["low-integration", "good"] }),
  plan(163, "mapping", "kenji", { review: "revised" }),
  plan(157, "coverage-planner", "sofia"),
  plan(152, "llm-runtime", "elif", {
    runs: ["critical-cve"],
    finding: waived.CRITICAL_TLS,
    review: "refused",
    end: "rejected",
  }),
  plan(149, "llm-runtime", "elif"),
  plan(143, "auditor", "kenji"),
  plan(138, "eval-suite", "sofia", { runs: ["flaky"], waivers: [waived.FLAKY_UNIT] }),
  plan(132, "service-api", "sofia", { review: "rejected-revised" }),
  plan(126, "cli", "kenji", { end: "aborted" }),
  plan(119, "mapping", "elif", {
    runs: ["medium-cve"],
    finding: waived.PARSER_FINDING,
    waivers: [waived.PARSER_WAIVER],
  }),
  staged(113, "llm-runtime", "elif"),
  plan(112, "llm-runtime", "elif", { promotes: true, review: "approval-withdrawn" }),
  plan(105, "coverage-planner", "sofia", { review: "rejection-withdrawn" }),
  plan(99, "scheduler", "kenji", { held: 6 }),
  plan(93, "service-api", "sofia", { runs: ["slow", "good"] }),
  plan(82, "auditor", "elif", { runs: ["low-integration"], end: "aborted" }),
  plan(80, "auditor", "elif"),
  plan(74, "service-api", "kenji", { end: "rolled_back" }),
  plan(72, "service-api", "kenji"),
  plan(66, "mapping", "sofia", { runs: ["low-integration"], waivers: waived.INTEGRATION_WAIVERS }),
  plan(54, "llm-runtime", "elif", {
    runs: ["medium-cve", "good"],
    finding: waived.ARCHIVE_FINDING,
    waivers: [waived.ARCHIVE_WAIVER],
  }),
  plan(48, "scheduler", "kenji"),
  plan(40, "coverage-planner", "sofia", { review: "revised" }),
  plan(33, "eval-suite", "elif", { runs: ["flaky"] }),
  staged(27, "service-api", "sofia"),
  plan(26, "service-api", "sofia", { promotes: true, audited: true }),
  plan(20, "auditor", "kenji", {
    runs: ["medium-cve"],
    finding: waived.LOGGER_FINDING,
    waivers: [waived.LOGGER_WAIVER],
  }),
  plan(15, "mapping", "sofia"),
  plan(10, "cli", "kenji"),
  plan(6, "eval-suite", "elif", { runs: ["flaky"] }),
  plan(3, "scheduler", "kenji"),
];
