import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { DECISION_KINDS } from "@/lib/core/gate/decision-kind";
import { artifact } from "@/lib/core/manifest/schema";
import { WAIVER_STATES } from "@/lib/core/waiver/coverage";
import { verdictAnswer } from "../verdict-schema";

const release = z.looseObject({
  id: z.string(),
  service: z.string(),
  environment: z.string(),
  version: z.string(),
  commit: z.string(),
});
const decided = {
  release,
  verdict: verdictAnswer,
  policyVersion: z.int().nullable(),
  manifestDigest: sha256Text.nullable(),
  artifacts: z.array(artifact.loose()),
  traceId: z.string(),
};

/** What `gate --decision-file` writes. */
export const decisionFile = z.looseObject({ decisionId: z.string().min(1), ...decided });
export type DecisionFile = z.output<typeof decisionFile>;

/** The same decision as the server keeps it, and what has become of its release since. */
export const storedDecision = z.looseObject({
  id: z.string(),
  kind: z.enum(DECISION_KINDS),
  ...decided,
  decidedAt: z.string(),
  standing: z.looseObject({
    now: z.string(),
    manifestDigest: sha256Text.nullable(),
    lastDecision: z.looseObject({ verdict: z.enum(["approve", "waiver_required", "reject"]) }).nullable(),
    stage: z.string(),
    endedAt: z.string().nullable(),
    waivers: z.array(
      z.looseObject({ id: z.string(), checkId: z.string(), state: z.enum(WAIVER_STATES), reason: z.string() }),
    ),
  }),
});
export type StoredDecision = z.output<typeof storedDecision>;
