import { z } from "zod";
import { SEVERITIES } from "@/lib/core/incident/model";
import { instantText } from "@/lib/core/instant";
import { weeklyReport } from "@/lib/registry/report/weekly";
import { readRoute } from "../route";

const count = z.int().min(0);
const listed = <T extends z.ZodType>(item: T) => ({
  total: count,
  items: z.array(item).describe("The first twenty of them"),
});
const share = z.strictObject({ part: count, whole: count });
const compared = <T extends z.ZodType>(value: T) => z.strictObject({ current: value, previous: value });
const release = { releaseId: z.uuid(), service: z.string(), environment: z.string(), version: z.string() };

const numbers = z.strictObject({
  period: z.strictObject({ id: z.string(), from: instantText, until: instantText.describe("Exclusive") }),
  instants: z
    .strictObject({ current: instantText, previous: instantText })
    .describe("As of when the first three are judged: the week's end, or now while it lasts, and its beginning"),
  ready: compared(share).describe("Releases on their way whose decision still approves"),
  rehearsalsFresh: compared(share),
  itemsOverdue: compared(count),
  firstPass: compared(share).describe("Approved at their first evaluation"),
  changeFailures: compared(share),
  now: instantText,
  rollups: z.strictObject({ waiting: count, isWhole: z.boolean() }),
});
const waiver = z.strictObject({
  id: z.uuid(),
  ...{ checkId: z.string(), finding: z.string().nullable(), service: z.string(), version: z.string().nullable() },
  ...{ grantedBy: z.string(), grantedAt: instantText, expiresAt: instantText },
});
const rehearsal = z.strictObject({
  ...{ id: z.uuid(), service: z.string(), environment: z.string() },
  ...{ outcome: z.enum(["passed", "failed", "aborted"]), finishedAt: instantText },
});

const answer = z.strictObject({
  week: z.strictObject({
    ...{ id: z.string(), from: instantText, until: instantText.describe("Exclusive") },
    ...{ isOver: z.boolean(), previous: z.string(), next: z.string().nullable() },
  }),
  service: z.string().nullable(),
  environment: z.string().nullable(),
  summary: z.string().describe("One paragraph in plain words, computed from the rest"),
  numbers,
  shipped: z.strictObject(
    listed(
      z.strictObject({
        ...release,
        ...{ releasedAt: instantText, leadTimeSeconds: z.int().nullable() },
        ...{ byBreakGlass: z.boolean(), isRolledBack: z.boolean() },
      }),
    ),
  ),
  blocked: z.strictObject({
    ...listed(
      z.strictObject({
        ...release,
        ...{ failing: z.array(z.string()), refusedAt: instantText },
        isCleared: z.boolean().describe("Approved later in the week"),
      }),
    ),
    cleared: count,
    awaitingSignatures: count.describe("Releases of which nothing but signatures was missing"),
    checks: z.array(z.strictObject({ checkId: z.string(), title: z.string(), releases: count })),
  }),
  incidents: z.strictObject({
    ...listed(
      z.strictObject({
        ...{ id: z.uuid(), reference: z.string(), title: z.string(), severity: z.enum(SEVERITIES), state: z.string() },
        ...{ service: z.string(), declaredAt: instantText, resolvedAt: instantText.nullable() },
      }),
    ),
    open: count,
  }),
  postmortems: z.strictObject({
    published: count,
    overdue: z.array(
      z.strictObject({ incidentId: z.uuid(), reference: z.string(), title: z.string(), dueAt: instantText }),
    ),
  }),
  overdueItems: z.strictObject(
    listed(
      z.strictObject({
        ...{ id: z.uuid(), title: z.string(), owner: z.string(), dueAt: instantText },
        ...{ incidentId: z.uuid(), reference: z.string() },
      }),
    ),
  ),
  waivers: z.strictObject({
    granted: z.strictObject(listed(waiver)),
    expiring: z.strictObject(listed(waiver)).describe("Within seven days after the week"),
  }),
  rehearsals: z.strictObject({
    done: z.strictObject(listed(rehearsal)),
    missed: count,
    due: z
      .array(
        z.strictObject({
          ...{ service: z.string(), environment: z.string(), reason: z.string(), dueAt: instantText.nullable() },
        }),
      )
      .nullable()
      .describe("Stale, or due within seven days, as of now; null for a week that is long over"),
  }),
  now: instantText,
});

export const readinessReportRoute = readRoute({
  method: "GET",
  path: "/api/v1/readiness/report",
  id: "getReadinessReport",
  summary: "Read the readiness report of a week",
  description:
    "What happened in an ISO week (Monday to Sunday, UTC) and how things stood at its end; without `week` the last one " +
    "that is over. A token that is limited to a service or an environment is refused.",
  query: z.strictObject({
    week: z.string().max(20).optional().describe("`2026-W47`"),
    service: z.string().max(63).optional(),
    environment: z.string().max(63).optional(),
  }),
  answer,
  read: (actor, { query }) => weeklyReport(actor, query),
});
