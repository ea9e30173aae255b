import type { z } from "zod";
import type { Role } from "@/lib/core/access";
import { type InvolvedParty, releaseParties } from "@/lib/core/approval/parties";
import type { Policy } from "@/lib/core/policy/model";
import type { Facts, Lookup, MetricsFact, ReleaseFact, ScorecardFact } from "./facts";
import * as shape from "./facts-schema";
import { type Known, readLookup, readValue } from "./known";
import { readMetrics, readScorecard } from "./recency";

/** Everything that a check may look at: the policy, the instant, and facts that were found to be well-formed. */
export type Context = {
  policy: Policy;
  at: Date;
  release: ReleaseFact;
  /** Of this commit and environment, and recent. */
  scorecard: Known<ScorecardFact>;
  /** Whichever scorecard was found, to point at. */
  scorecardSeen: Known<ScorecardFact>;
  metrics: Known<MetricsFact>;
  metricsSeen: Known<MetricsFact>;
  manifest: Known<z.output<typeof shape.manifestShape>>;
  rehearsals: Known<z.output<typeof shape.rehearsalsShape>>;
  requiredRoles: Known<Role[]>;
  requiredTrainings: Known<z.output<typeof shape.requiredTrainingsShape>>;
  signatures: Known<z.output<typeof shape.signaturesShape>>;
  waivers: Known<z.output<typeof shape.waiversShape>>;
  incidents: Known<z.output<typeof shape.incidentsShape>>;
  calendars: Known<z.output<typeof shape.calendarsShape>>;
  freezeOverrides: Known<z.output<typeof shape.freezeOverridesShape>>;
  /** The well-formed part of the facts, in their own shape; what is not well-formed is missing in it. */
  facts: Facts;
  parties: InvolvedParty[];
};

/** Facts may have been written before there were calendars: leaving them out says that nothing is known of them. */
const UNTOLD = { state: "missing", reason: "" };

/** Reads every fact once; never throws. Without a readable release nothing can be judged. */
export function readContext(policy: Policy, raw: Facts, at: Date): Known<Context> {
  const given: Partial<Record<keyof Facts, unknown>> = typeof raw === "object" && raw !== null ? raw : {};
  const release = readValue(given.release, shape.releaseShape, "release");
  if (!release.known) return release;
  const scorecardSeen = readLookup(given.scorecard, shape.scorecardShape, "scorecard");
  const metricsSeen = readLookup(given.metrics, shape.metricsShape, "metrics snapshot");
  const maxAgeHours = policy.scorecardMaxAgeHours;
  const read = {
    scorecardSeen,
    metricsSeen,
    manifest: readLookup(given.manifest, shape.manifestShape, "manifest"),
    rehearsals: readLookup(given.rehearsals, shape.rehearsalsShape, "rehearsals"),
    requiredRoles: policy.requiredRoles
      ? readValue(policy.requiredRoles, shape.rolesShape, "required roles")
      : readLookup(given.requiredRoles, shape.rolesShape, "required roles"),
    requiredTrainings: readValue(given.requiredTrainings ?? [], shape.requiredTrainingsShape, "required trainings"),
    signatures: readLookup(given.signatures, shape.signaturesShape, "signatures"),
    waivers: readLookup(given.waivers, shape.waiversShape, "waivers"),
    incidents: readLookup(given.incidents, shape.incidentsShape, "incidents"),
    calendars: readLookup(given.calendars ?? UNTOLD, shape.calendarsShape, "calendars"),
    freezeOverrides: readLookup(given.freezeOverrides ?? UNTOLD, shape.freezeOverridesShape, "freeze overrides"),
  };
  const approvers = readValue(given.approvers, shape.approversShape, "approvers");
  const facts: Facts = {
    release: release.value,
    scorecard: lookupOf(read.scorecardSeen),
    metrics: lookupOf(read.metricsSeen),
    manifest: lookupOf(read.manifest),
    rehearsals: lookupOf(read.rehearsals),
    requiredRoles: lookupOf(read.requiredRoles),
    requiredTrainings: read.requiredTrainings.known ? read.requiredTrainings.value : undefined,
    signatures: lookupOf(read.signatures),
    approvers: approvers.known ? approvers.value : [],
    waivers: lookupOf(read.waivers),
    incidents: lookupOf(read.incidents),
    calendars: lookupOf(read.calendars),
    freezeOverrides: lookupOf(read.freezeOverrides),
    verified: given.verified === true,
  };
  const value: Context = {
    policy,
    at,
    release: release.value,
    ...read,
    scorecard: readScorecard(scorecardSeen, release.value, maxAgeHours, at),
    metrics: readMetrics(metricsSeen, maxAgeHours, at),
    facts,
    parties: releaseParties(facts),
  };
  return { known: true, value };
}

function lookupOf<T>(read: Known<T>): Lookup<T> {
  return read.known ? { state: "found", value: read.value } : { state: read.outcome, reason: read.reason };
}
