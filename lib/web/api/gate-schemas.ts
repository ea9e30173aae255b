import { z } from "zod";
import { ROLES } from "@/lib/core/access";
import { calendarRule } from "@/lib/core/calendar/rule";
import { sha256Text } from "@/lib/core/digest";
import { CHECK_IDS } from "@/lib/core/gate/check-ids";
import { DECISION_KINDS } from "@/lib/core/gate/decision-kind";
import * as shape from "@/lib/core/gate/facts-schema";
import type { Verdict } from "@/lib/core/gate/verdict";
import { instantText } from "@/lib/core/instant";
import { artifact } from "@/lib/core/manifest/schema";
import { policyDocument } from "@/lib/core/policy/wire";
import { STAGE_STATUSES, STAGES } from "@/lib/core/release/stages";
import { WAIVER_STATES } from "@/lib/core/waiver/coverage";

export const verdictWord = z.enum(["approve", "waiver_required", "reject"]);
const measure = z.union([z.number(), z.string()]).nullable();

const evidence = z.strictObject({
  kind: z.enum([
    "scorecard",
    "metrics",
    "manifest",
    "rehearsal",
    "waiver",
    "incident",
    "release",
    "policy",
    "calendar",
  ]),
  id: z.string().nullable(),
  label: z.string(),
  at: z.string().nullable().describe("When the evidence was produced"),
});
const checkResult = z.strictObject({
  id: z.enum(CHECK_IDS),
  title: z.string(),
  outcome: z.enum(["pass", "fail", "missing", "error"]).describe("Only `pass` lets a release through"),
  blocking: z.boolean(),
  waivable: z.boolean(),
  waived: z.boolean().describe("Every finding is covered by a waiver that is valid now"),
  waiverIds: z.array(z.string()),
  observed: measure,
  threshold: measure,
  unit: z.string().nullable(),
  evidence: evidence.nullable(),
  details: z.array(z.string()),
  remedy: z.string(),
  owner: z.string().describe("Who can do it: a role, or `pipeline`"),
});
const fix = z.strictObject({
  action: z.string(),
  owner: z.string(),
  people: z.array(z.string()),
  clears: z.array(z.enum(CHECK_IDS)),
});

export const verdict: z.ZodType<Verdict, Verdict> = z.strictObject({
  verdict: verdictWord,
  summary: z.string().describe("One sentence why"),
  checks: z.array(checkResult),
  fixes: z.array(fix).describe("The smallest set of things that would unblock; empty when approved"),
  policyDigest: sha256Text.nullable(),
  factsDigest: z.string(),
  at: z.string().describe("The instant judged"),
});

const judgedRelease = z.strictObject({
  id: z.uuid(),
  service: z.string(),
  environment: z.string(),
  version: z.string(),
  commit: z.string(),
});
const shippable = z.array(artifact).describe("What may ship on it: the artifacts of the manifest that was judged");

export const evaluated = z.strictObject({
  decisionId: z.uuid(),
  release: judgedRelease,
  verdict,
  policyVersion: z.int().nullable(),
  manifestDigest: sha256Text.nullable(),
  artifacts: shippable,
  traceId: z.string(),
});

const rejection = z.strictObject({
  name: z.string(),
  role: z.enum(ROLES),
  reason: z.string().nullable(),
  signedAt: z.string(),
});

export const preview = z.strictObject({
  verdict,
  evaluatedAt: instantText,
  rejections: z.array(rejection).describe("Signed rejections that block: waiting mends none of them"),
  endedAt: instantText.nullable().describe("When the release ended; one that has ended is judged no more"),
});

const standing = z.strictObject({
  now: instantText.describe("The server's clock"),
  manifestDigest: sha256Text.nullable().describe("Of the revision in force now"),
  lastDecision: z.strictObject({ id: z.uuid(), verdict: verdictWord }).nullable(),
  stage: z.enum(STAGES),
  stageStatus: z.enum(STAGE_STATUSES),
  endedAt: instantText.nullable(),
  waivers: z
    .array(
      z.strictObject({
        id: z.uuid(),
        checkId: z.enum(CHECK_IDS),
        state: z.enum(WAIVER_STATES),
        reason: z.string(),
      }),
    )
    .describe("The waivers that the decision rests on: one that is not `valid` any more bars the deployment"),
});

const breakGlassTold = z.strictObject({
  id: z.uuid(),
  reason: z.string(),
  requestedBy: z.string(),
  confirmedBy: z.string(),
});

export const storedDecision = z.strictObject({
  id: z.uuid(),
  releaseId: z.uuid(),
  release: judgedRelease,
  kind: z
    .enum(DECISION_KINDS)
    .describe("`break_glass`: two people let the release past the gate, which had not approved it"),
  breakGlass: breakGlassTold.nullable(),
  verdict,
  policyVersion: z.int().nullable(),
  manifestId: z.uuid().nullable(),
  manifestDigest: sha256Text.nullable(),
  scorecardId: z.uuid().nullable(),
  scorecardDigest: sha256Text.nullable(),
  traceId: z.string(),
  decidedAt: instantText,
  decidedBy: z.strictObject({
    kind: z.enum(["person", "token", "integration", "system"]),
    id: z.uuid(),
    name: z.string(),
  }),
  artifacts: shippable,
  standing: standing.describe("What has become of the release since"),
});

function lookup<T extends z.ZodType>(value: T) {
  return z.union([
    z.object({ state: z.literal("found"), value }),
    z.object({ state: z.enum(["missing", "error"]), reason: z.string() }),
  ]);
}

export const facts = z.object({
  release: shape.releaseShape,
  scorecard: lookup(shape.scorecardShape),
  metrics: lookup(shape.metricsShape),
  manifest: lookup(shape.manifestShape),
  rehearsals: lookup(shape.rehearsalsShape),
  requiredRoles: lookup(shape.rolesShape),
  signatures: lookup(shape.signaturesShape),
  approvers: shape.approversShape,
  waivers: lookup(shape.waiversShape),
  incidents: lookup(shape.incidentsShape),
  calendars: lookup(z.array(shape.calendarsShape.element.extend({ rule: calendarRule })))
    .optional()
    .describe("Rollout windows and freezes; left out, they are missing and entry to production is refused"),
  freezeOverrides: lookup(shape.freezeOverridesShape).optional().describe("Left out: missing"),
  verified: z.boolean().describe("False: approvals and waivers are claims that nobody verified"),
});

/** What a simulation is asked, for the API's document; the gate itself judges facts of any shape. */
export const simulation = z.strictObject({ policy: policyDocument.nullable(), facts, at: instantText });
