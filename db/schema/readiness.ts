import { bigint, date, doublePrecision, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { tenantId } from "./columns";

const day = () => date("day", { mode: "string" }).notNull();
const place = () => ({
  serviceId: uuid("service_id").notNull(),
  environmentId: uuid("environment_id").notNull(),
});

/** A day (UTC) of a service in an environment that has changed since it was last counted; triggers write it. */
export const rollupDue = pgTable(
  "rollup_due",
  {
    tenantId: tenantId(),
    id: bigint("id", { mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    day: day(),
    ...place(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("rollup_due_day").on(t.tenantId, t.day, t.serviceId, t.environmentId),
  ],
);

/** What happened on a day (UTC), counted from the records of fact: `lib/registry/readiness/count-days`. */
export const readinessDay = pgTable(
  "readiness_day",
  {
    tenantId: tenantId(),
    day: day(),
    ...place(),
    /** Releases whose first decision was of this day, and those of them that it approved. */
    firstEvaluations: integer("first_evaluations").notNull(),
    firstApprovals: integer("first_approvals").notNull(),
    runs: integer("runs").notNull(),
    runsPassed: integer("runs_passed").notNull(),
    /** Created. */
    releases: integer("releases").notNull(),
    /** Rollouts that succeeded, and the seconds from candidate to then of those that know it. */
    deployments: integer("deployments").notNull(),
    leadTimes: integer("lead_times").array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.day, t.serviceId, t.environmentId] })],
);

/** The same of one suite: those that ran, their tests, and their durations in seconds where told. */
export const suiteDay = pgTable(
  "suite_day",
  {
    tenantId: tenantId(),
    day: day(),
    ...place(),
    suite: text("suite").notNull(),
    runs: integer("runs").notNull(),
    passed: integer("passed").notNull(),
    executed: bigint("executed", { mode: "number" }).notNull(),
    flaky: bigint("flaky", { mode: "number" }).notNull(),
    durations: doublePrecision("durations").array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.day, t.serviceId, t.environmentId, t.suite] })],
);
