import { z } from "zod";
import { command } from "../command";
import { findRelease, requireOpen } from "../release/find";
import { decide } from "./decide";
import { releaseName } from "./release-name";

/** Asks the gate about a release and stores its decision with the trace id and the digests that it rests on. */
export const evaluateRelease = command({
  name: "gate.evaluate",
  permission: "gate:evaluate",
  input: z.strictObject({ releaseId: z.uuid() }),
  async run(scope, { releaseId }) {
    const found = await findRelease(scope.tx, scope.actor, releaseId, "lock");
    requireOpen(found.release);
    const stored = await decide(scope, found);
    const { id: decisionId, ...answer } = stored;
    const { verdict } = stored;
    const rehearsal = verdict.checks.find((check) => check.id === "rehearsal.fresh");
    const data = {
      decision: stored.id,
      release: releaseId,
      verdict: verdict.verdict,
      failing: verdict.checks
        .filter((check) => check.outcome !== "pass")
        .map(({ id, outcome, waived }) => ({ id, outcome, waived })),
      policyVersion: stored.policyVersion,
      policyDigest: verdict.policyDigest,
      manifestDigest: stored.manifestDigest,
      factsDigest: verdict.factsDigest,
      traceId: stored.traceId,
      events: rehearsal
        ? [
            {
              name: "rehearsal.checked",
              age: rehearsal.observed,
              limit: rehearsal.threshold,
              stale: rehearsal.outcome !== "pass",
              release: releaseId,
            },
          ]
        : [],
    };
    return {
      value: { decisionId, release: releaseName(found), ...answer },
      record: { kind: "decision", subjects: [releaseId, stored.id], data },
    };
  },
});
