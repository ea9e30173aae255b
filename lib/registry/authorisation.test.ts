import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Permission, ROLES, type Role, rolesWith, TOKEN_VERBS } from "@/lib/core/access";
import { allCommands, type CommandName, commandTable } from "@/lib/testing/commands";
import {
  manifestDocument,
  metricsDocument,
  rehearsalDocument,
  scorecardDocument,
  testResultsDocument,
} from "@/lib/testing/documents";
import { newIntegration } from "@/lib/testing/integration-records";
import { recordsOf } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { confirmed, greedyToken, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";

openDatabase();

type Row = readonly [Permission, Record<string, unknown>];
let ours: TestTenant;
let table: Record<CommandName, Row>;
const byName = new Map((await allCommands()).map((each) => [each.commandName as CommandName, each]));
const names = [...byName.keys()];

/** What an allowed actor gets when the input names records of another tenant. */
const WITHOUT_FOREIGN_RECORDS: Partial<Record<CommandName, string>> = {
  "service.create": "done",
  "environment.create": "done",
  "person.add": "done",
  "group-role.add": "done",
  "report.schedule": "done",
  "review.open": "done",
  "integration.create": "done",
  // Everybody's own, in which nothing of another can be named.
  "notification.set-preferences": "done",
  "calendar-feed.create": "done",
  "person.end-own-sessions": "done",
  // The policy is the tenant's own, and its version another one than theirs.
  "incident-policy.change": "conflict",
  // A field that names a record is the field's fault.
  "notification-channel.create": "invalid",
  "token.create": "invalid",
};

/** What every reader may do, as a person: no machine has signatures or wishes of its own. */
const OF_PERSONS: readonly CommandName[] = [
  "break-glass.cancel",
  "calendar-feed.create",
  "calendar-feed.revoke",
  "delegation.revoke",
  "evidence-pack.issue",
  "release.withdraw",
  "person.end-own-sessions",
  "notification.set-preferences",
];

beforeAll(async () => {
  ours = await newTenant();
  const theirs = await newTenant();
  const { ids, subject, digest } = await recordsOf(theirs, "their-service", "their-place");
  table = commandTable(ids, subject, digest, {
    manifest: manifestDocument(subject),
    scorecard: scorecardDocument(subject),
    metrics: metricsDocument(subject),
    testResults: testResultsDocument(subject),
    rehearsal: rehearsalDocument(subject),
  });
});

async function outcomeOf(name: CommandName, actor: Actor): Promise<string> {
  const [, input] = table[name];
  const context = actor.kind === "person" ? confirmed(actor) : { actor };
  const run = byName.get(name);
  if (!run) throw new Error(`no command ${name}`);
  // Each role that may add a person adds its own.
  const unique = name === "person.add" ? { ...input, email: `${actor.id}@example.com` } : input;
  try {
    await run(context, unique);
    return "done";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

it("every command of the registry is in this matrix, with the permission that it asks for", () => {
  const asked = Object.fromEntries([...byName].map(([name, each]) => [name, each.permission]));
  expect(asked).toEqual(Object.fromEntries(Object.entries(table).map(([name, [permission]]) => [name, permission])));
});

describe.each(ROLES)("%s", (role: Role) => {
  it("may do exactly what access says, and never to another tenant's records", async () => {
    const person = await newPerson(ours, [role]);
    for (const name of names) {
      const allowed = rolesWith(table[name][0]).includes(role);
      const inside = WITHOUT_FOREIGN_RECORDS[name] ?? "not_found";
      expect(`${name}: ${await outcomeOf(name, person)}`).toBe(`${name}: ${allowed ? inside : "forbidden"}`);
    }
  });
});

it("a person without any role may do nothing", async () => {
  const nobody = { ...(await newPerson(ours, ["viewer"])), roles: [] };
  for (const name of names) expect(`${name}: ${await outcomeOf(name, nobody)}`).toBe(`${name}: forbidden`);
});

it("a token does what its verbs say, and nothing to another tenant's records", async () => {
  const { actor } = await newToken(await newTenant(), TOKEN_VERBS);
  for (const name of names) {
    const allowed = (TOKEN_VERBS as readonly string[]).includes(table[name][0]) && !OF_PERSONS.includes(name);
    expect(`${name}: ${await outcomeOf(name, actor)}`).toBe(`${name}: ${allowed ? "not_found" : "forbidden"}`);
  }
});

it("an integration asks the gate and takes requests, and does nothing else, nor to another tenant's records", async () => {
  const { actor } = await newIntegration(await newTenant(), "webhook");
  const outcomes: Partial<Record<CommandName, string>> = {
    "gate.evaluate": "not_found",
    "deployment-request.settle": "not_found",
    // By its own links: what is not linked is recorded, and never answered.
    "deployment-request.receive": "done",
    "deployment.receive": "done",
    // By its own issues: one in which none of its items is tracked changes nothing.
    "action-item.receive-issue": "done",
    "action-item.settle-issue": "not_found",
  };
  for (const name of names) {
    expect(`${name}: ${await outcomeOf(name, actor)}`).toBe(`${name}: ${outcomes[name] ?? "forbidden"}`);
  }
});

it("a token that claims every permission still never signs, waives or manages", async () => {
  const greedy = greedyToken((await newToken(ours, ["read"])).actor);
  const never = names.filter((name) => !(TOKEN_VERBS as readonly string[]).includes(table[name][0]));
  expect(never).toContain("release.sign");
  for (const name of [...never, ...OF_PERSONS]) {
    expect(`${name}: ${await outcomeOf(name, greedy)}`).toBe(`${name}: forbidden`);
  }
});
