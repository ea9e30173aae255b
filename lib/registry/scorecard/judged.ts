import type { environment, service } from "@/db/schema/catalog";
import type { scorecard } from "@/db/schema/evidence";
import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Facts, Lookup } from "@/lib/core/gate/facts";
import type { CheckResult } from "@/lib/core/gate/verdict";
import type { Policy } from "@/lib/core/policy/model";
import type { Scorecard } from "@/lib/core/scorecard/model";
import { partyOf } from "../actor-columns";

type Row = {
  scorecard: typeof scorecard.$inferSelect;
  service: typeof service.$inferSelect;
  environment: typeof environment.$inferSelect;
};

/** Checks of the gate that look at nothing but what a scorecard says; its presence and age are a release's matter. */
const ABOUT_SCORECARDS = /^(scorecard\.(overall|suites)|(integration|suites|performance|security)\..+)$/;

/** A scorecard by the gate's own rules, as if a release of its commit had been judged when it was made. */
export function judgedScorecard(row: Row, policy: Policy | null): CheckResult[] {
  if (!policy) return [];
  const { checks } = evaluateGate(policy, factsOf(row), row.scorecard.generatedAt);
  return checks.filter(({ id }) => ABOUT_SCORECARDS.test(id));
}

function factsOf({ scorecard: stored, service: { id: serviceId, slug }, environment: place }: Row): Facts {
  const model = stored.model as Scorecard;
  const elsewhere: Lookup<never> = { state: "missing", reason: "not part of a scorecard" };
  return {
    release: {
      id: null,
      service: slug,
      serviceId,
      environment: place.slug,
      isProduction: place.isProduction,
      // A nightly run names no release; its checks look at the scorecard alone.
      version: model.release ?? "unreleased",
      commit: stored.commit,
      createdBy: null,
    },
    scorecard: {
      state: "found",
      value: {
        id: stored.id,
        scorecard: model,
        digest: stored.digest,
        commit: stored.commit,
        environment: place.slug,
        submittedBy: partyOf(stored),
      },
    },
    metrics: elsewhere,
    manifest: elsewhere,
    rehearsals: elsewhere,
    requiredRoles: elsewhere,
    signatures: elsewhere,
    approvers: [],
    waivers: { state: "found", value: [] },
    incidents: elsewhere,
    calendars: elsewhere,
    freezeOverrides: elsewhere,
    verified: true,
  };
}
