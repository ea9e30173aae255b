import { z } from "zod";
import { INCIDENT_STATES, SEVERITIES } from "@/lib/core/incident/model";
import { instantText } from "@/lib/core/instant";
import { incidentAnalytics } from "@/lib/registry/incident/analytics";
import { readRoute } from "../route";

const count = z.int().min(0);
const rate = z.number().min(0).max(1).nullable().describe("0 to 1; null: nothing to judge");
const mean = z
  .strictObject({ ms: z.number().describe("Milliseconds"), of: count.describe("How many it is the mean of") })
  .nullable()
  .describe("Null: there is no data, which is not 0");

const numbers = z.strictObject({
  incidents: count,
  timeToAcknowledge: mean,
  timeToResolve: mean,
  timeBetween: mean.describe("Between the starts of consecutive incidents; null for fewer than two"),
  changeFailures: z.strictObject({
    releases: count.describe("Rolled out to production in the period"),
    failed: count.describe("Those of them that an incident of the period is put down to"),
    rate,
  }),
});
const measures = {
  incidents: count,
  open: count,
  bySeverity: z.record(z.enum(SEVERITIES), count),
  timeToAcknowledge: mean,
  timeToResolve: mean,
};
const timeliness = z.strictObject({
  inTime: count,
  late: count,
  overdue: count.describe("Past the deadline and still not done"),
  pending: count.describe("The deadline is still to come"),
  rate,
});

export const incidentAnalyticsRoute = readRoute({
  method: "GET",
  path: "/api/v1/incidents/analytics",
  id: "getIncidentAnalytics",
  summary: "Measure the incidents of a period",
  description:
    "Of the incidents declared in the period; merged duplicates count nowhere. Times count from the alert, else from " +
    "the declaration. An incident is put down to the release that a person named, else to the last production rollout " +
    "of an affected service within the policy's window before it, else to none.",
  query: z.strictObject({
    period: z
      .string()
      .max(20)
      .optional()
      .describe("`30d`, `90d` (usual), `365d`, or a quarter in UTC such as `2026-Q3`"),
    service: z.string().max(63).optional().describe("Only incidents that affect this service"),
    severity: z.enum(SEVERITIES).optional(),
  }),
  answer: z.strictObject({
    period: z.strictObject({ id: z.string(), from: instantText, until: instantText.describe("Exclusive") }),
    service: z.string().nullable(),
    severity: z.enum(SEVERITIES).nullable(),
    current: numbers,
    previous: numbers.describe("Of the period as long right before"),
    open: count,
    bySeverity: z.array(z.strictObject({ severity: z.enum(SEVERITIES), ...measures })),
    byService: z
      .array(z.strictObject({ service: z.string(), ...measures, timeBetween: mean }))
      .describe("An incident counts for every service that it affects"),
    timeInState: z.record(z.enum(INCIDENT_STATES), mean).describe("Over the incidents that have left the state"),
    stretches: z
      .array(
        z.strictObject({
          ...{ from: instantText, until: instantText, sev1: count, sev2: count, sev3: count },
          timeToResolve: mean,
        }),
      )
      .describe("Weeks, or months of a period longer than a quarter"),
    postmortems: z.strictObject({ publish: timeliness, complete: timeliness }),
    items: z
      .strictObject({
        ...{ opened: count, done: count, cancelled: count, open: count, doneInTime: count, overdue: count },
        inTimeRate: rate,
        meanToDoneMs: z.number().nullable(),
      })
      .describe("Post-incident action items that were opened in the period"),
    itemAges: z
      .array(z.strictObject({ fromDays: count, toDays: count.nullable(), items: count, overdue: count }))
      .describe("Those that are open now, by whole days"),
    attributions: z.array(
      z.strictObject({
        incidentId: z.uuid(),
        ...{ reference: z.string(), title: z.string(), severity: z.enum(SEVERITIES) },
        releaseId: z.uuid(),
        ...{ service: z.string(), version: z.string() },
        basis: z.enum(["explicit", "window"]).describe("`explicit`: a person named the release"),
      }),
    ),
    windowHours: z.number(),
    now: instantText.describe("The server's clock"),
  }),
  read: (actor, { query }) => incidentAnalytics(actor, query),
});
