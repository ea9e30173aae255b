import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import { DORA_BANDS } from "@/lib/core/readiness/dora";
import { doraKeys, leadingNumbers } from "@/lib/registry/readiness/queries";
import { readRoute } from "../route";

const count = z.int().min(0);
const share = z.strictObject({ part: count, whole: count.describe("0: there is nothing to judge, which is not 0%") });
const compared = <T extends z.ZodType>(value: T) => z.strictObject({ current: value, previous: value });
const key = z.strictObject({
  value: z.number().nullable().describe("Null: the period holds nothing to measure"),
  band: z.enum(DORA_BANDS).nullable(),
});
const keys = z.strictObject({
  deploymentFrequency: key.describe("Production deployments a day"),
  leadTime: key.describe("Median seconds from a candidate's registration to its rollout"),
  changeFailureRate: key.describe("0 to 1"),
  recoveryTime: key.describe("Median seconds from the start of a failure that a release caused to its resolution"),
});

/** What the page at `/readiness` shows first and last, for a dashboard or a report of one's own. */
export const readinessRoute = readRoute({
  method: "GET",
  path: "/api/v1/readiness",
  id: "getReadiness",
  summary: "The five leading numbers and DORA's four keys",
  description:
    "Each now, or over the period, beside its value at the period's beginning, or over the period as long right before.",
  query: z.strictObject({
    period: z
      .string()
      .max(20)
      .optional()
      .describe("`30d`, `90d` (usual), `365d`, a quarter in UTC such as `2026-Q3`, or a week such as `2026-W47`"),
    service: z.string().max(63).optional(),
    environment: z.string().max(63).optional(),
  }),
  answer: z.strictObject({
    period: z.strictObject({ id: z.string(), from: instantText, until: instantText.describe("Exclusive") }),
    instants: z
      .strictObject({ current: instantText, previous: instantText })
      .describe(
        "When the first three numbers are judged: at the period's end, or now while it lasts, and at its beginning",
      ),
    ready: compared(share).describe("Releases on their way whose latest decision still approves, of all on their way"),
    rehearsalsFresh: compared(share).describe("Places rehearsed in time, of those that must be rehearsed"),
    itemsOverdue: compared(count).describe("Open action items of incidents past their due time"),
    firstPass: compared(share).describe("Releases approved at their first evaluation, of those first evaluated"),
    changeFailures: compared(share).describe("Releases that an incident is put down to, of those rolled out"),
    dora: z.strictObject({
      keys: compared(keys),
      measures: z
        .strictObject({
          deployments: count.describe("Production deployments that succeeded in the period"),
          withLeadTime: count,
          failures: count.describe("Incidents of the period that a release is put down to"),
          recovered: count.describe("Those of them that are resolved"),
        })
        .describe("How much the keys rest on"),
    }),
    rollups: z.strictObject({
      waiting: count.describe("Days that have changed since they were last counted"),
      isWhole: z.boolean().describe("Nothing is left out, because what waits was counted anew for this answer"),
    }),
    now: instantText.describe("The server's clock"),
  }),
  read: async (actor, { query }) => {
    const [numbers, { keys, measures }] = await Promise.all([leadingNumbers(actor, query), doraKeys(actor, query)]);
    return { ...numbers, dora: { keys, measures } };
  },
});
