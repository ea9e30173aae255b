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
import { recordsOf, waiverInput } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { advanceRelease } from "./release/advance";

const database = openDatabase();
let tenant: TestTenant;
let engineer: Actor;
let all: { name: CommandName; run: () => Promise<unknown> }[];

const APPEND = "ledger_append(bytea, text, timestamptz, uuid[])";

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
  const board = { kind: "person" as const, id: ids.person, tenantId: tenant.tenantId, name: "Chris Board" };
  const signer = { ...board, email: "board@example.com", roles: everyone.roles };
  const special: Partial<Record<CommandName, Record<string, unknown>>> = {
    "release.sign": { ...table["release.sign"][1], printedName: "Eve Everything" },
    "waiver.grant": waiverInput(ids.release, "scorecard.overall"),
    "service.create": { slug: "new-service", name: "New", owner: "platform" },
    "environment.create": { slug: "new-place", name: "New", isProduction: false },
  };
  const { tenantId } = tenant;
  const integration = { kind: "integration" as const, id: ids.integration, tenantId, name: "GitHub" };
  const actorOf = (name: CommandName): Actor => {
    if (name.startsWith("deployment-request.")) return integration;
    return name === "release.withdraw" ? signer : everyone;
  };
  all = (await allCommands()).map((each) => {
    const name = each.commandName as CommandName;
    const actor = actorOf(name);
    return {
      name,
      run: () => each(actor.kind === "person" ? confirmed(actor) : { actor }, special[name] ?? table[name][1]),
    };
  });
  // Whoever has sent evidence, or sees a new manifest, may sign no more.
  all.sort((one, another) => Number(another.name === "release.sign") - Number(one.name === "release.sign"));
});

afterEach(async () => {
  await database.owner.query(`grant execute on function ${APPEND} to readiness_app`);
});

it("no command leaves anything behind when its ledger entry cannot be written", async () => {
  const before = await census(database.web, tenant.tenantId);
  await database.owner.query(`revoke execute on function ${APPEND} from readiness_app`);
  for (const { name, run } of all) {
    const failure = await run().then(
      () => "it was written without a ledger entry",
      (error) => (error as { cause?: { code?: string } }).cause?.code ?? String(error),
    );
    expect(`${name}: ${failure}`).toBe(`${name}: 42501`);
    expect({ name, ...(await census(database.web, tenant.tenantId)) }).toEqual({ name, ...before });
  }
});

it("every command writes exactly one ledger entry, under its own name", async () => {
  for (const { name, run } of all) {
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
