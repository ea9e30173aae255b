import { z } from "zod";
import { EVENT_NAMES, suiteFailedData } from "@/lib/core/event/suite-failed";
import { instantText } from "@/lib/core/instant";
import { TEST_OUTCOMES } from "@/lib/core/test-results/wire";
import { listEvents } from "@/lib/registry/event/queries";
import { listFlakyTests } from "@/lib/registry/test-result/queries";
import { readRoute } from "../route";

const LARGEST_PAGE = 200;
const paged = {
  cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
  limit: z.coerce.number<string>().int().min(1).max(LARGEST_PAGE).optional(),
};
const nextCursor = z.string().nullable().describe("Send it as `cursor` for the next page; null on the last one");
const rate = z.number().min(0).max(1);

const flakyTest = z.strictObject({
  id: z.uuid(),
  service: z.string(),
  suite: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  file: z.string().nullable(),
  firstSeenAt: instantText,
  runs: z.int().describe("Executed runs; skipped ones do not count"),
  flakyRuns: z
    .int()
    .describe("Runs that failed and then passed, and the fewest that must be wrong where runs of a commit differ"),
  failedRuns: z.int(),
  commitsWithBothResults: z.int().describe("Commits that passed and failed in one environment"),
  flakeRate: rate.nullable(),
  interval: z.strictObject({ low: rate, high: rate }).nullable().describe("Wilson score interval, 95%"),
  enoughSample: z.boolean().describe("False: too few runs to rely on the rate"),
  lastFlakyAt: instantText.nullable(),
  recent: z.array(z.enum(TEST_OUTCOMES)).describe("How the last runs ended, at most 20, newest last"),
});

export const flakyTestsRoute = readRoute({
  method: "GET",
  path: "/api/v1/tests/flaky",
  id: "listFlakyTests",
  summary: "List flaky tests, the most certainly flaky first",
  description:
    "Ranked by the lower bound of the flake rate: a test that was seen twice ranks below one seen for weeks.",
  query: z.strictObject({
    service: z.string().max(63).optional(),
    suite: z.string().max(64).optional(),
    days: z.coerce.number<string>().int().min(1).max(365).optional().describe("How far back to look; 30"),
    ...paged,
  }),
  answer: z.strictObject({ items: z.array(flakyTest), nextCursor, days: z.int() }),
  read: async (actor, { query: { cursor, limit, ...filter } }) => {
    const { items, next, days } = await listFlakyTests(actor, filter, { after: cursor, size: limit });
    return { items, nextCursor: next, days };
  },
});

const event = z.strictObject({
  id: z.uuid(),
  name: z.enum(EVENT_NAMES),
  at: instantText,
  service: z.string(),
  environment: z.string(),
  owner: z.string().describe("The scorecard's owner, else the service's"),
  scorecardId: z.uuid(),
  data: suiteFailedData,
});

export const eventsRoute = readRoute({
  method: "GET",
  path: "/api/v1/events",
  id: "listEvents",
  summary: "List readiness events, newest first",
  description: "`readiness.suite_failed`: a suite of a stored run failed. Each is recorded once, with its scorecard.",
  query: z.strictObject({ name: z.enum(EVENT_NAMES).optional(), ...paged }),
  answer: z.strictObject({ items: z.array(event), nextCursor }),
  read: async (actor, { query: { cursor, limit, name } }) => {
    const { items, next } = await listEvents(actor, { name }, { after: cursor, size: limit });
    return { items, nextCursor: next };
  },
});
