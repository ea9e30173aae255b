/** The modules of the playbook's metrics catalogue, with what their pipelines build and measure. */
export const SERVICES = {
  cli: { name: "CLI", owner: "developer-experience", metrics: { command_duration_ms: [1800, 3900] } },
  "service-api": { name: "Service API", owner: "platform", metrics: { active_sessions: [120, 900] } },
  scheduler: { name: "Scheduler", owner: "platform", metrics: { queue_depth: [4, 80], retries_total: [0, 2] } },
  mapping: { name: "Mapping", owner: "knowledge", metrics: { deferral_rate: [0.02, 0.08] } },
  "coverage-planner": { name: "Coverage Planner", owner: "knowledge", metrics: { infeasible_runs: [0, 0] } },
  auditor: { name: "Auditor", owner: "assurance", metrics: { certificate_failures: [0, 0] } },
  "eval-suite": { name: "Eval Suite", owner: "assurance", metrics: { pass_rate: [0.93, 0.99] } },
  "llm-runtime": { name: "LLM Runtime", owner: "inference", metrics: { queue_delay_us: [90_000, 220_000] } },
} as const satisfies Record<
  string,
  { name: string; owner: string; metrics: Record<string, readonly [number, number]> }
>;

export type ServiceSlug = keyof typeof SERVICES;
export const SERVICE_SLUGS = Object.keys(SERVICES) as ServiceSlug[];
export type EnvironmentSlug = "staging" | "production";
