import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { TEST_OUTCOMES } from "@/lib/core/test-results/wire";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** One test of a service's suite, known by the hash of its identity however often it runs. */
export const testCase = pgTable(
  "test_case",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    suite: text("suite").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    group: text("group_name"),
    file: text("file"),
    firstSeenAt: instant("first_seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("test_case_key").on(t.tenantId, t.serviceId, t.suite, t.key),
  ],
);

/** The per-test results of one readiness run, as they arrived. */
export const testRun = pgTable(
  "test_run",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    commit: text("commit").notNull(),
    runId: text("run_id").notNull(),
    digest: text("digest").notNull(),
    tests: integer("tests").notNull(),
    ranAt: instant("ran_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("test_run_run").on(t.tenantId, t.serviceId, t.runId),
    index("test_run_newest").on(t.tenantId, t.serviceId, t.ranAt),
  ],
);

/** How one test ended in one run. What is counted by stands in each row, so that counting joins nothing. */
export const testResult = pgTable(
  "test_result",
  {
    tenantId: tenantId(),
    testCaseId: uuid("test_case_id").notNull(),
    testRunId: uuid("test_run_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    commit: text("commit").notNull(),
    outcome: text("outcome", { enum: TEST_OUTCOMES }).notNull(),
    durationMs: integer("duration_ms"),
    ranAt: instant("ran_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.testCaseId, t.testRunId] }),
    index("test_result_history").on(t.tenantId, t.testCaseId, t.ranAt),
    // Nearly all results are passes: what fails or flakes is found without reading them.
    index("test_result_unsettled")
      .on(t.tenantId, t.ranAt, t.serviceId, t.testCaseId)
      .where(sql`outcome in ('failed', 'flaky')`),
  ],
);
