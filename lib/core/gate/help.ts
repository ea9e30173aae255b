import type { CheckId } from "./check-ids";

/** What a check means, why it blocks when it does not pass, and how it is cleared: plain sentences for the screen. */
export type CheckHelp = { means: string; why: string; clear: string };

/** Help for every check; one without it does not compile. Source: the gate table of the domain rules. */
export const CHECK_HELP: Record<CheckId, CheckHelp> = {
  "policy.present": {
    means: "A gate policy that can be read is in force in this tenant.",
    why: "Without rules nothing can be judged, and the gate never lets pass what it could not judge.",
    clear: "An admin mends the policy. Until then every release is denied.",
  },
  "scorecard.present": {
    means: "A readiness run of exactly this commit, in this environment, sent its scorecard recently enough.",
    why: "Evidence of another commit, or an old one, says nothing about what is to ship.",
    clear: "Run the readiness pipeline for the release's commit and submit the scorecard.",
  },
  "scorecard.overall": {
    means: "The run passed as a whole, and so did each of its suites.",
    why: "A suite that failed found something that users would find too.",
    clear: "Mend what failed and run again, or have a waiver granted that names the suite.",
  },
  "scorecard.suites": {
    means: "Every suite that the policy requires ran and executed at least one test.",
    why: "A suite that was skipped or executed nothing has not passed: nothing was looked at.",
    clear: "Run the missing suites for this commit, or have a waiver granted for each one.",
  },
  "integration.success_rate": {
    means: "The share of integration tests that passed is at or above the limit.",
    why: "Below it the parts of the service do not work together reliably.",
    clear: "Mend the failing integration tests and run again, or have the shortfall waived.",
  },
  "suites.flake_rate": {
    means: "In each suite, few enough tests failed first and passed when they were tried again.",
    why: "A flaky suite can no longer tell a defect from noise, so its pass is worth little.",
    clear: "Mend or remove the flaky tests and run again, or have a waiver granted for the suite.",
  },
  "performance.p95_ms": {
    means: "95 of 100 requests of the performance suite were answered faster than the limit.",
    why: "Slower than this breaks the service level that users were promised.",
    clear: "Make it faster and run the performance suite again, or have the breach waived.",
  },
  "security.critical_high": {
    means: "The scans found no vulnerability rated critical or high.",
    why: "Such a finding can be exploited in production; no waiver covers it.",
    clear: "Update or replace what is vulnerable, then run the security suite again.",
  },
  "security.medium": {
    means: "The scans found no vulnerability rated medium, or each one that they found is waived.",
    why: "Somebody must have accepted each finding by name, for a time that ends.",
    clear: "Mend the findings and scan again, or have one waiver granted for each.",
  },
  "telemetry.readiness_passed": {
    means: "The last readiness signal that the service itself reported is a pass.",
    why: "What runs disagrees with what was tested.",
    clear: "Submit the metrics of this commit, or find out why the service reports that it is not ready.",
  },
  "telemetry.latency_p95_ms": {
    means: "The service reported a P95 latency below the limit.",
    why: "It is slow where it runs, whatever the suites measured.",
    clear: "Mend the latency and submit a new snapshot of metrics, or have the breach waived.",
  },
  "telemetry.error_rate": {
    means: "The service reported an error rate below the limit.",
    why: "It fails where it runs, whatever the suites measured.",
    clear: "Mend the errors and submit a new snapshot of metrics, or have the breach waived.",
  },
  "telemetry.flake_rate": {
    means: "The pipeline's own metrics report a flake rate below the limit.",
    why: "Above it, the results of the run cannot be relied on.",
    clear: "Mend the flaky tests and submit a new snapshot of metrics, or have the breach waived.",
  },
  "manifest.complete": {
    means: "The release manifest is well-formed: hashes, configuration deltas, rollout window and rollback plan.",
    why: "Signatures are given to the manifest's digest. What it leaves out, nobody has approved.",
    clear: "Put a corrected revision of the manifest. Earlier signatures no longer count then.",
  },
  "rehearsal.fresh": {
    means: "The rollback of this service was rehearsed here, successfully and recently enough.",
    why: "A way back that nobody has tried may not work on the day it is needed.",
    clear: "Rehearse the rollback and record it. After a failed rehearsal, record its remediation as well.",
  },
  "approvals.complete": {
    means: "Each role that must sign is covered by another person's signature of exactly this manifest.",
    why: "Nothing ships that was not approved; a rejection stands until it is withdrawn.",
    clear: "The people named sign the current revision. Authors and submitters of its evidence cannot.",
  },
  "incidents.open": {
    means: "No Sev1 incident of this service is open.",
    why: "A change during an outage makes it harder to mend and harder to explain.",
    clear: "Mitigate and resolve the incident. A fix for it can ship with a waiver.",
  },
  "rollout.window": {
    means:
      "It is now within the manifest's rollout window and within a window of the calendar, for entry to production.",
    why: "Outside of it the people who would have to react were not told to be there.",
    clear: "Wait until the window opens, or put a revision of the manifest with another one.",
  },
  "rollout.freeze": {
    means: "No freeze that concerns this release is in force, or it is overridden for this release.",
    why: "Rollouts are stopped for a reason that the calendar states.",
    clear: "Wait until the freeze ends, or ask one of the roles that may override it.",
  },
  "waivers.valid": {
    means: "Every waiver that the release relies on is known, unexpired and not revoked.",
    why: "An acceptance that has ended accepts nothing.",
    clear: "Grant a new waiver, or mend what the old one was granted for.",
  },
};

/** The place of a check's rule among the settings: its row in the table of the policy in force. */
export const ruleAnchor = (id: CheckId): string => `check-${id.replaceAll(".", "-").replaceAll("_", "-")}`;
