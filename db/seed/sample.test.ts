import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect, type Tx, transaction } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { calendarEntry } from "@/db/schema/calendar";
import { service } from "@/db/schema/catalog";
import { decision, signature, waiver } from "@/db/schema/decision";
import { readinessEvent } from "@/db/schema/event";
import { rehearsal, scorecard } from "@/db/schema/evidence";
import { incident } from "@/db/schema/incident";
import { ledgerEntry } from "@/db/schema/ledger";
import { postmortem, postmortemArchive } from "@/db/schema/postmortem";
import { rehearsalProgramme, rehearsalSession } from "@/db/schema/rehearsal-programme";
import { manifest, release } from "@/db/schema/release";
import { review } from "@/db/schema/review";
import { waiverRequest } from "@/db/schema/waiver-request";
import { ROLES } from "@/lib/core/access";
import { isInForce, nextOccurrence } from "@/lib/core/calendar/occurrences";
import { suiteFailedData } from "@/lib/core/event/suite-failed";
import type { Verdict } from "@/lib/core/gate/verdict";
import { verifyEntries } from "@/lib/core/ledger/merkle";
import { suiteDetails } from "@/lib/core/scorecard/details";
import { signIn } from "@/lib/registry/person/sign-in";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { removeSample } from "@/lib/registry/tenant/remove-sample";
import { listFlakyTests } from "@/lib/registry/test-result/queries";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { type Sample, seedSample } from "./sample";

const now = new Date("2026-03-18T13:37:00Z");
const password = "abcde-fghjk-mnpqr-stuvw";
const options = { now, password, log: () => {} };

let database: TestDatabase;
let sample: Sample;
const read = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => transaction({ tenantId: sample.tenantId }, run);

beforeAll(async () => {
  database = await testDatabase();
  sample = await seedSample(database.appUrl, options);
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

/** Each release with the verdicts it was given, in order. */
async function story() {
  const rows = await read((tx) =>
    tx
      .select({ service: service.slug, version: release.version, stage: release.stage, verdict: decision.verdict })
      .from(release)
      .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
      .leftJoin(decision, and(eq(decision.tenantId, release.tenantId), eq(decision.releaseId, release.id)))
      .orderBy(asc(release.createdAt), asc(service.slug), asc(decision.decidedAt), asc(decision.id)),
  );
  return rows.map((row) => Object.values(row).join(" "));
}

async function openReleases() {
  const rows = await read((tx) =>
    tx
      .select({ slug: service.slug, body: decision.body })
      .from(release)
      .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
      .innerJoin(decision, and(eq(decision.tenantId, release.tenantId), eq(decision.id, release.lastDecisionId)))
      .where(isNull(release.endedAt)),
  );
  return new Map(
    rows.map(({ slug, body }) => {
      const { verdict, checks } = body as Verdict;
      return [slug, { verdict, failing: checks.filter(({ outcome }) => outcome !== "pass").map(({ id }) => id) }];
    }),
  );
}

it("leaves exactly one release waiting for signatures, one blocked, one that needs a waiver and one that is ready", async () => {
  const open = await openReleases();
  expect([...open.keys()].sort()).toEqual(["coverage-planner", "llm-runtime", "mapping", "service-api"]);
  expect(open.get("coverage-planner")).toEqual({ verdict: "approve", failing: [] });
  expect(open.get("service-api")).toEqual({ verdict: "reject", failing: ["approvals.complete"] });
  expect(open.get("mapping")).toEqual({ verdict: "waiver_required", failing: ["security.medium"] });
  expect(open.get("llm-runtime")?.verdict).toBe("reject");
  expect(open.get("llm-runtime")?.failing).toContain("security.critical_high");
});

it("tells six months of releases with every kind of end, review, waiver and rehearsal", async () => {
  const found = await read(async (tx) => ({
    releases: await tx.select().from(release).orderBy(asc(release.createdAt)),
    signatures: await tx.select().from(signature),
    waivers: await tx.select().from(waiver),
    rehearsals: await tx.select().from(rehearsal),
    manifests: await tx.select().from(manifest),
    decisions: await tx.select().from(decision),
  }));
  const { releases, signatures, waivers, rehearsals } = found;
  expect(releases.length).toBeGreaterThanOrEqual(30);
  expect(now.getTime() - Number(releases[0]?.createdAt)).toBeGreaterThan(175 * 86_400_000);
  expect(new Set(releases.map(({ stage }) => stage))).toEqual(
    new Set(["archived", "aborted", "rejected", "rolled_back", "approval"]),
  );
  expect(signatures.some((each) => each.decision === "reject" && each.withdrawnAt)).toBe(true);
  expect(signatures.some((each) => each.decision === "approve" && each.withdrawnAt)).toBe(true);
  expect(waivers.some(({ revokedAt }) => revokedAt)).toBe(true);
  expect(waivers.some(({ supersededById }) => supersededById)).toBe(true);
  expect(waivers.some(({ expiresAt }) => expiresAt < now)).toBe(true);
  expect(waivers.some(({ expiresAt, supersededById }) => expiresAt > now && !supersededById)).toBe(true);
  expect(new Set(rehearsals.map(({ outcome }) => outcome))).toEqual(new Set(["passed", "failed", "aborted"]));
  expect(rehearsals.some(({ remediatedAt }) => remediatedAt)).toBe(true);
  expect(found.manifests.some(({ revision }) => revision === 2)).toBe(true);
  expect(new Set(found.decisions.map(({ verdict }) => verdict))).toEqual(
    new Set(["approve", "reject", "waiver_required"]),
  );
});

it("has a waiver that somebody asks for now, one that was granted shorter than asked, and rehearsals that are planned", async () => {
  const { requests, sessions, programmes } = await read(async (tx) => ({
    requests: await tx.select().from(waiverRequest),
    sessions: await tx.select().from(rehearsalSession),
    programmes: await tx.select().from(rehearsalProgramme),
  }));
  expect(requests.map(({ state }) => state).sort()).toEqual(["granted", "open"]);
  expect(sessions.length).toBeGreaterThan(2);
  expect(sessions.every(({ state, plannedAt }) => state === "planned" && plannedAt > now)).toBe(true);
  expect(new Set(programmes.map(({ cadence }) => cadence.kind))).toEqual(new Set(["monthly", "interval"]));
});

it("has a freeze and windows to come, and none that is in force now", async () => {
  const rows = await read((tx) => tx.select().from(calendarEntry));
  const times = rows.map((row) => ({
    ...row,
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
  }));
  expect(times.filter((each) => isInForce(each, now))).toEqual([]);
  const toCome = times.filter((each) => nextOccurrence(each, now));
  expect(toCome.map(({ kind }) => kind).sort()).toEqual(["freeze", "window"]);
});

it("tells of flaky tests, of tests that a change broke, and of failed suites with what their reports say", async () => {
  const reader = { kind: "person" as const, id: sample.tenantId, name: "", email: "", roles: ["viewer" as const] };
  const viewer = { ...reader, tenantId: sample.tenantId };
  const { items } = await listFlakyTests(viewer, { days: 365 });
  expect(items[0]).toMatchObject({ service: "eval-suite", name: "waits for the judge simulator", enoughSample: true });
  expect(items.some(({ commitsWithBothResults }) => commitsWithBothResults > 0)).toBe(true);
  const failed = await read((tx) => tx.select().from(readinessEvent).orderBy(asc(readinessEvent.at)));
  const stories = failed.map(({ data }) => suiteFailedData.parse(data));
  expect(new Set(stories.map(({ suite }) => suite))).toEqual(
    new Set(["unit", "integration", "performance", "security"]),
  );
  expect(stories.some(({ notRun }) => notRun.includes("performance"))).toBe(true);
  const broken = failed.find(({ data }) => suiteFailedData.parse(data).failingTests.includes("plans the same twice"));
  const [card] = await read((tx) =>
    tx
      .select()
      .from(scorecard)
      .where(eq(scorecard.id, broken?.subjectId ?? "")),
  );
  const failures = suiteDetails(card?.document).flatMap((suite) => suite.failures);
  expect(failures.map(({ excerpt }) => excerpt?.includes("TimeoutError"))).toContain(true);
});

it("has an incident that is open and blocks nothing, one merged into it, and postmortems from draft to archive", async () => {
  const { incidents, papers, archives, items, reviews } = await read(async (tx) => ({
    incidents: await tx.select().from(incident).orderBy(asc(incident.number)),
    papers: await tx.select().from(postmortem),
    archives: await tx.select().from(postmortemArchive),
    items: await tx.select().from(actionItem),
    reviews: await tx.select().from(review).orderBy(asc(review.quarter)),
  }));
  expect(incidents.map(({ state, severity }) => `${state} ${severity}`)).toEqual([
    ...["closed sev3", "closed sev2", "closed sev1", "closed sev2", "closed sev1", "closed sev3"],
    ...["published sev2", "resolved sev3", "mitigating sev2", "merged sev3"],
  ]);
  expect(papers).toHaveLength(8);
  expect(archives).toHaveLength(6);
  const ofIncidents = items.filter(({ originKind }) => originKind === "incident");
  expect(ofIncidents.some(({ state, dueAt }) => state === "open" && dueAt < now)).toBe(true);
  expect(reviews.map(({ quarter, state }) => `${quarter} ${state}`)).toEqual(["2025-Q3 completed", "2025-Q4 open"]);
});

it("dates nothing after now", async () => {
  const late = await read((tx) => tx.select().from(ledgerEntry).where(sql`${ledgerEntry.at} > ${now.toISOString()}`));
  expect(late).toEqual([]);
});

it("lets everybody of every role sign in with the one password", async () => {
  expect(new Set(sample.people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
  for (const person of sample.people) {
    expect(person.password).toBe(password);
    expect((await signIn(person.email, password, "127.0.0.1")).name).toBe(person.name);
  }
});

it("has a ledger that verifies, in the order of time, and that knows every record", async () => {
  const entries = await read((tx) => tx.select().from(ledgerEntry).orderBy(asc(ledgerEntry.index)));
  expect(verifyEntries(entries)).toBeNull();
  const times = entries.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  for (const table of ["release", "manifest", "scorecard", "metrics_snapshot", "rehearsal", "incident", "signature"]) {
    expect(await unrecorded(table), table).toBe(0);
  }
  for (const table of ["waiver", "decision", "service", "api_token", "test_run"])
    expect(await unrecorded(table), table).toBe(0);
});

async function unrecorded(table: string): Promise<number> {
  const result = await read((tx) =>
    tx.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)} t
        where not exists (select 1 from ledger_subject s where s.tenant_id = t.tenant_id and s.subject_id = t.id)`,
    ),
  );
  return result.rows[0]?.n ?? -1;
}

it("gives the same versions and verdicts each time, and is removed as a whole without touching another tenant", async () => {
  const admin = { email: "admin@other.example", name: "Other Admin", password: "other-password" };
  const other = await bootstrapTenant({ tenantName: "Other", tenantSlug: "other", admin });
  const othersRows = await rowsOf(other.tenantId);
  const first = await story();
  const removed = sample.tenantId;
  expect(await rowsOf(removed)).not.toEqual({});
  expect(await removeSample()).toEqual({ removed: true });
  expect(await rowsOf(removed)).toEqual({});
  expect(await rowsOf(other.tenantId)).toEqual(othersRows);
  for (const { email } of sample.people) await expect(signIn(email, password, "127.0.0.2")).rejects.toThrow("wrong");
  expect((await signIn(admin.email, admin.password, "127.0.0.3")).name).toBe(admin.name);
  sample = await seedSample(database.appUrl, options);
  expect(await story()).toEqual(first);
});

/** Rows of a tenant in each table that has any. */
async function rowsOf(tenantId: string): Promise<Record<string, number>> {
  return transaction({ tenantId }, async (tx) => {
    const tables = await tx.execute<{ name: string }>(
      sql`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const result = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(name)}`);
      const n = result.rows[0]?.n ?? 0;
      if (n > 0) counts[name] = n;
    }
    return counts;
  });
}
