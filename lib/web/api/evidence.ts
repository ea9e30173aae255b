import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { metricsDocument } from "@/lib/core/metrics/schema";
import { rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { scorecardDocument } from "@/lib/core/scorecard/wire";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { route } from "../route";

const stored = { id: z.uuid(), runId: z.string(), digest: sha256Text };
const duplicate = z.boolean().describe("True: this run was stored before with the same content");

export const scorecardRoute = route(submitScorecard, {
  method: "POST",
  path: "/api/v1/scorecards",
  id: "submitScorecard",
  summary: "Submit a readiness run's scorecard",
  description: "The same run with the same content is stored once; the same run with other content is a conflict.",
  body: submitScorecard.input,
  shape: submitScorecard.input.extend({ document: scorecardDocument }),
  answer: z.strictObject({ ...stored, overallPassed: z.boolean(), duplicate }),
  answerStatus: 201,
  input: (body) => body,
});

export const metricsRoute = route(submitMetrics, {
  method: "POST",
  path: "/api/v1/metrics",
  id: "submitMetrics",
  summary: "Submit a run's readiness_metrics.json",
  body: submitMetrics.input,
  shape: submitMetrics.input.extend({ document: metricsDocument }),
  answer: z.strictObject({ ...stored, duplicate }),
  answerStatus: 201,
  input: (body) => body,
});

export const rehearsalRoute = route(recordRehearsal, {
  method: "POST",
  path: "/api/v1/rehearsals",
  id: "recordRehearsal",
  summary: "Record a rollback rehearsal",
  body: z.unknown(),
  shape: rehearsalDocument,
  answer: z.strictObject({ id: z.uuid(), outcome: z.enum(["passed", "failed", "aborted"]) }),
  answerStatus: 201,
  input: (document) => ({ document }),
});
