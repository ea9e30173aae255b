import type { PolicyCheckId } from "@/lib/core/gate/check-ids";
import type { EnvironmentSlug, ServiceSlug } from "./catalogue";
import type { PersonKey } from "./people";
import type { RunOutcome, SampleFinding } from "./scorecard-document";

/** How the people took it. */
export type Review =
  | "straight"
  /** One signed, then the manifest changed and everybody signs the new revision. */
  | "revised"
  /** The on-call rejects; a new revision answers it. */
  | "rejected-revised"
  /** The on-call rejects, then withdraws the rejection. */
  | "rejection-withdrawn"
  /** The change board withdraws its approval and gives it again. */
  | "approval-withdrawn"
  /** The change board rejects for good. */
  | "refused";

export type WaiverPlan = {
  check: PolicyCheckId;
  finding?: string;
  days: number;
  justification: string;
  mitigation: string;
  /** The author asked for it. */
  requested?: true;
  fate?: "extended" | "revoked";
};

/** One release of the history: what its runs found, how it was reviewed and where it ended. */
export type ReleasePlan = {
  service: ServiceSlug;
  environment: EnvironmentSlug;
  daysAgo: number;
  author: PersonKey;
  /** Readiness runs in their order; a later one answers the one before. */
  runs: [RunOutcome, ...RunOutcome[]];
  finding?: SampleFinding;
  waivers?: WaiverPlan[];
  review: Review;
  /** Ships the version that went to staging the day before. */
  promotes?: boolean;
  /** Hours that it waits before people sign, because the gate is held by something else. */
  held?: number;
  /** Somebody issued its evidence pack the day after. */
  audited?: true;
  end: "archived" | "aborted" | "rejected" | "rolled_back";
};
