import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import { manifestContent } from "@/lib/core/manifest/schema";
import { metricsDocument } from "@/lib/core/metrics/schema";
import { policyDocument } from "@/lib/core/policy/wire";
import { rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { scorecardDocument } from "@/lib/core/scorecard/wire";
import { facts, verdict } from "../api/gate-schemas";
import { releaseManifest, releaseSummary } from "../api/release-schemas";
import type { Operation } from "../endpoint";
import { problemDocument } from "../problem";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Documents that have a name of their own; everything else is named after its operation. */
const BODIES: [string, z.ZodType][] = [
  ["ManifestContent", manifestContent],
  ["MetricsDocument", metricsDocument],
  ["RehearsalDocument", rehearsalDocument],
  ["ScorecardDocument", scorecardDocument],
  ["PolicyDocument", policyDocument],
  ["Facts", facts],
];
const ANSWERS: [string, z.ZodType][] = [
  ["Verdict", verdict],
  ["ReleaseSummary", releaseSummary],
  ["ReleaseManifest", releaseManifest],
  ["Problem", problemDocument],
];

export type Components = {
  schemas: Record<string, JsonSchema>;
  bodyName(operation: Operation): string | null;
  answerName(operation: Operation): string;
};

/** JSON Schemas of every body as it is sent and every answer as it is received, by name. */
export function componentsOf(operations: Operation[]): Components {
  const bodies = new Map(BODIES.map(([name, schema]) => [schema, name]));
  const answers = new Map(ANSWERS.map(([name, schema]) => [schema, name]));
  for (const { id, body, answer } of operations) {
    const name = id.charAt(0).toUpperCase() + id.slice(1);
    if (body && !bodies.has(body)) bodies.set(body, `${name}Request`);
    if (!answers.has(answer)) answers.set(answer, `${name}Answer`);
  }
  return {
    schemas: { ...convert(bodies, "input"), ...convert(answers, "output") },
    bodyName: ({ body }) => (body && bodies.get(body)) ?? null,
    answerName: ({ answer }) => answers.get(answer) ?? "",
  };
}

function convert(named: Map<z.ZodType, string>, io: "input" | "output"): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { uri, io, unrepresentable: "any", override: nameInstants });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema as JsonSchema]),
  );
}

/** A time is checked by more than a pattern, which JSON Schema calls a format. */
function nameInstants({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema === instantText) jsonSchema.format = "date-time";
}

/** JSON Schema of one query parameter. */
export function parameterSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...converted } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return converted;
}
