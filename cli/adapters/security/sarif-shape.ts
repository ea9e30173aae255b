import { z } from "zod";

const score = z.object({ "security-severity": z.union([z.string(), z.number()]).optional() });
const index = z.int().min(-1).optional();

/** What is read of a `reportingDescriptor`: a rule of the tool or of one of its extensions. */
export const sarifRule = z.object({
  id: z.string().min(1),
  defaultConfiguration: z.object({ level: z.string().optional() }).optional(),
  shortDescription: z.object({ text: z.string().optional() }).optional(),
  properties: score.optional(),
});
export type SarifRule = z.output<typeof sarifRule>;

const fingerprints = z.record(z.string(), z.string());
const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: z.object({ uri: z.string().optional() }).optional(),
      region: z.object({ startLine: z.int().optional() }).optional(),
    })
    .optional(),
  logicalLocations: z
    .array(z.object({ fullyQualifiedName: z.string().optional(), name: z.string().optional() }))
    .optional(),
});

/** What is read of a `result`. */
export const sarifResult = z.object({
  ruleId: z.string().optional(),
  ruleIndex: index,
  rule: z.object({ id: z.string().optional(), index }).optional(),
  kind: z.string().optional(),
  level: z.string().optional(),
  message: z.object({ text: z.string().optional() }),
  locations: z.array(location).optional(),
  fingerprints: fingerprints.optional(),
  partialFingerprints: fingerprints.optional(),
  suppressions: z.array(z.object({ status: z.string().optional() })).nullish(),
  baselineState: z.string().optional(),
  properties: score.optional(),
});
export type SarifResult = z.output<typeof sarifResult>;

export const sarifInvocation = z.object({ executionSuccessful: z.boolean() });
