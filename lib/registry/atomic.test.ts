import { afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { census, countOf, ledgerOf } from "@/lib/testing/census";
import { allCommands, type CommandName, commandTable } from "@/lib/testing/commands";
import {
  manifestDocument,
  metricsDocument,
  rehearsalDocument,
  scorecardDocument,
  testResultsDocument,
} from "@/lib/testing/documents";
import { waitingJobs } from "@/lib/testing/jobs";
import type { ReadyCalls } from "@/lib/testing/ready-calls";
import { readyRecords } from "@/lib/testing/ready-records";
import { recordsOf, waiverInput } from "@/lib/testing/records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { advanceRelease } from "./release/advance";

const database = openDatabase();
let tenant: TestTenant;
let engineer: Actor;
type Call = { name: CommandName; run: () => Promise<unknown> };
let all: Call[];
/** Those that must write to the ledger: all but the few that are named below. */
let governed: Call[];

const APPEND = "ledger_append(bytea, text, timestamptz, uuid[])";

/**
 * Commands that keep the outbox in order, and leave the ledger as it is by design: it holds what was decided and done,
 * and not which messages about it were tried, which the list of deliveries tells.
 */
const OUTBOX_ONLY: readonly CommandName[] = ["notification.retry", "notification.test"];

/** A call of every command that would succeed and change something, each independent of the others. */
beforeAll(async () => {
  tenant = await newTenant();
  engineer = (await newToken(tenant)).actor;
  const { ids, subject, digest } = await recordsOf(tenant, "checkout", "live");
  const everyone = await newPerson(
    tenant,
    ["release-engineer", "sre-on-call", "change-board", "incident-commander", "admin"],
    "Eve Everything",
  );
  const other = { ...subject, version: "2.0" };
  const table = commandTable(ids, other, digest, {
    manifest: manifestDocument(subject, { trace_ids: ["a".repeat(32)] }),
    scorecard: scorecardDocument(other),
    metrics: metricsDocument(other),
    testResults: testResultsDocument(other),
    rehearsal: rehearsalDocument(other),
  });
  const { tenantId } = tenant;
  const integration = { kind: "integration" as const, id: ids.integration, tenantId, name: "GitHub" };
  const board = { kind: "person" as const, id: ids.person, tenantId, name: "Chris Board" };
  const signer = { ...board, email: "board@example.com", roles: everyone.roles };
  const ready: ReadyCalls = {
    ...(await readyRecords(tenant, engineer, everyone)),
    "release.sign": { change: { printedName: "Eve Everything" } },
    "release.withdraw": { actor: signer },
    "waiver.grant": { change: waiverInput(ids.release, "scorecard.overall") },
    "service.create": { change: { slug: "new-service" } },
    "environment.create": { change: { slug: "new-place" } },
    "deployment-request.receive": { actor: integration },
    "deployment-request.settle": { actor: integration },
  };
  all = (await allCommands()).map((each) => {
    const name = each.commandName as CommandName;
    const { actor = everyone, change } = ready[name] ?? {};
    const context = () => (actor.kind === "person" ? confirmed(actor) : { actor });
    return { name, run: () => each(context(), { ...table[name][1], ...change }) };
  });
  // Whoever has sent evidence, or sees a new manifest, may sign no more.
  all.sort((one, another) => Number(another.name === "release.sign") - Number(one.name === "release.sign"));
  governed = all.filter(({ name }) => !OUTBOX_ONLY.includes(name));
});

afterEach(async () => {
  await database.owner.query(`grant execute on function ${APPEND} to readiness_app`);
});

const BESIDE = ["person", "person_identity"]
  .map((table) => `(select md5(coalesce(string_agg(to_jsonb(t)::text, '|' order by t), '')) from ${table} t) ${table}`)
  .join(", ");

/** All that the tenant has, with its people and what was put into the queue, which are no tenant's rows. */
async function everything(): Promise<Record<string, string | number>> {
  const { web } = database;
  const [tables, beside, jobs] = await Promise.all([
    census(web, tenant.tenantId),
    asApp(web, { tenantId: tenant.tenantId }, (client) => client.query(`select ${BESIDE}`)),
    waitingJobs(web, { tenantId: tenant.tenantId }),
  ]);
  return { ...tables, ...beside.rows[0], jobs };
}

it("no command leaves anything behind when its ledger entry cannot be written", async () => {
  const before = await everything();
  await database.owner.query(`revoke execute on function ${APPEND} from readiness_app`);
  for (const { name, run } of governed) {
    const failure = await run().then(
      () => "it was written without a ledger entry",
      (error) => (error as { cause?: { code?: string } }).cause?.code ?? String(error),
    );
    expect(`${name}: ${failure}`).toBe(`${name}: 42501`);
    expect({ name, ...(await everything()) }).toEqual({ name, ...before });
  }
});

it("a command of the outbox changes nothing but the outbox", async () => {
  const outbox = all.filter(({ name }) => OUTBOX_ONLY.includes(name));
  expect(outbox.map(({ name }) => name).sort()).toEqual(OUTBOX_ONLY);
  for (const { name, run } of outbox) {
    const before = await census(database.web, tenant.tenantId);
    await run();
    const after = await census(database.web, tenant.tenantId);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect({ name, changed }).toEqual({ name, changed: ["notification"] });
  }
});

it("every command writes exactly one ledger entry, under its own name", async () => {
  for (const { name, run } of governed) {
    const before = await ledgerOf(database.web, tenant.tenantId);
    await run();
    const added = (await ledgerOf(database.web, tenant.tenantId)).slice(before.length);
    expect({ name, added: added.map(({ command }) => command) }).toEqual({ name, added: [name] });
  }
});

it("a refused stage is refused and recorded, with the stage that is missing, and moves nothing", async () => {
  const { id: releaseId } = await newRelease(engineer);
  const events = await countOf(database.web, tenant.tenantId, "stage_event");
  const attempt = advanceRelease({ actor: engineer }, { releaseId, stage: "production" });
  await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("build") });
  const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
  expect(last?.body).toMatchObject({
    command: "release.advance",
    subjects: [releaseId],
    data: { stage: "production", missingStage: "build", refused: expect.stringContaining("build") },
  });
  expect(await countOf(database.web, tenant.tenantId, "stage_event")).toBe(events);
});
