import { DomainError } from "@/lib/core/errors";

export const DEPLOYMENT_SOURCES = ["api", "github"] as const;
export type DeploymentSource = (typeof DEPLOYMENT_SOURCES)[number];
export const DEPLOYMENT_STATES = ["started", "succeeded", "failed"] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

/** One message about a deployment; `at` is of the sender's clock. Artifacts are `sha256:<hex>`. */
export type DeploymentReport = {
  state: DeploymentState;
  at: Date;
  commit: string | null;
  version: string | null;
  artifacts: readonly string[];
  url: string | null;
  deployedBy: string | null;
};

/** What all messages about a deployment say together. */
export type DeploymentFacts = Omit<DeploymentReport, "at" | "artifacts"> & {
  artifacts: string[];
  stateAt: Date;
  /** By when it had started: one that succeeded had. */
  startedAt: Date | null;
  endedAt: Date | null;
};

/**
 * Adds a message to what is known. Any order of the same messages, with any of them repeated, gives the same facts: the
 * state is that of the latest message by the sender's clock, starts and ends are the earliest told, artifacts are the
 * union. Throws `conflict` for another commit or version under the same name. Pure.
 */
export function withReport(known: DeploymentFacts | null, report: DeploymentReport): DeploymentFacts {
  const isNewest = !known || compareStates(report, { ...known, at: known.stateAt }) > 0;
  return {
    state: isNewest ? report.state : known.state,
    stateAt: isNewest ? report.at : known.stateAt,
    url: isNewest ? report.url : known.url,
    startedAt: earliest(known?.startedAt, report.state === "failed" ? null : report.at),
    endedAt: earliest(known?.endedAt, report.state === "started" ? null : report.at),
    commit: same("commit", known?.commit, report.commit),
    version: same("version", known?.version, report.version),
    artifacts: [...new Set([...(known?.artifacts ?? []), ...report.artifacts])].sort(),
    deployedBy: [known?.deployedBy ?? "", report.deployedBy ?? ""].sort()[1] || null,
  };
}

/** The earliest time that was told of a deployment. */
export function begunAt({ startedAt, endedAt, stateAt }: DeploymentFacts): Date {
  return earliest(startedAt, endedAt) ?? stateAt;
}

/**
 * The instant by which a deployment must have been approved; null while there is none. A reporter says when the
 * deployment itself starts, which cannot be later than when it was first heard of. GitHub says `in_progress` when the
 * job starts, whose own steps ask the gate before they deploy, so that only its end tells; and a job that failed
 * without having started, because it was refused, deployed nothing.
 */
export function judgedAt(source: DeploymentSource, facts: DeploymentFacts, reportedAt: Date): Date | null {
  if (source === "api") return earliest(begunAt(facts), reportedAt);
  return facts.startedAt && facts.endedAt;
}

type Told = Pick<DeploymentReport, "state" | "at" | "url">;

/** By time; at the same instant an end is later than a start, and a failure is what counts. */
function compareStates(one: Told, other: Told): number {
  const byTime = one.at.getTime() - other.at.getTime();
  const byState = DEPLOYMENT_STATES.indexOf(one.state) - DEPLOYMENT_STATES.indexOf(other.state);
  return byTime || byState || Number((one.url ?? "") > (other.url ?? ""));
}

function earliest(one: Date | null | undefined, other: Date | null | undefined): Date | null {
  if (!one || !other) return one ?? other ?? null;
  return one.getTime() <= other.getTime() ? one : other;
}

function same(what: string, known: string | null | undefined, told: string | null): string | null {
  if (known && told && known !== told) {
    const message = `This deployment was reported with ${what} ${known} before, and now with ${told}.`;
    throw new DomainError("conflict", message, [{ path: what, message: `was ${known} before` }]);
  }
  return known ?? told;
}
