import { z } from "zod";
import { sha256Text } from "@/lib/core/digest";
import { metricsDocument } from "@/lib/core/metrics/schema";
import { rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { scorecardDocument } from "@/lib/core/scorecard/wire";
import { MAX_TESTS } from "@/lib/core/test-results/parse";
import { testResultsDocument } from "@/lib/core/test-results/wire";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { submitTestResults } from "@/lib/registry/test-result/submit";
import { MAX_RESULTS_BYTES } from "../body";
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

export const testResultsRoute = route(submitTestResults, {
  method: "POST",
  path: "/api/v1/test-results",
  id: "submitTestResults",
  summary: "Submit a run's readiness_tests.json",
  description:
    "How each test of a run ended, for the tests' history; the gate itself judges the scorecard. Up to " +
    `${MAX_TESTS / 1000},000 tests and ${MAX_RESULTS_BYTES / 1024 / 1024} MiB. The same run with the same content is ` +
    "stored once. A test that is listed twice counts once, with its worst outcome.",
  body: submitTestResults.input,
  shape: submitTestResults.input.extend({ document: testResultsDocument }),
  maxBytes: MAX_RESULTS_BYTES,
  answer: z.strictObject({ ...stored, tests: z.int().describe("Different tests that were stored"), duplicate }),
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

const freshness = z
  .strictObject({
    state: z.enum(["fresh", "stale", "failed", "never", "error"]),
    ageSeconds: z.number().nullable().describe("Age of the last rehearsal that passed"),
    dueAt: z.string().nullable().describe("When the next one is due"),
    reason: z.string(),
  })
  .describe("What the gate makes of the rehearsals of the service and environment now");

export const rehearsalRoute = route(recordRehearsal, {
  method: "POST",
  path: "/api/v1/rehearsals",
  id: "recordRehearsal",
  summary: "Record a rollback rehearsal",
  body: z.unknown(),
  shape: rehearsalDocument,
  answer: z.strictObject({ id: z.uuid(), outcome: z.enum(["passed", "failed", "aborted"]), freshness }),
  answerStatus: 201,
  input: (document) => ({ document }),
});
