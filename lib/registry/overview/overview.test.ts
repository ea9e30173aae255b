import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { manifestDocument, scorecardDocument } from "@/lib/testing/documents";
import { lookRecord } from "@/lib/testing/look-records";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, newRelease, readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { createActionItem } from "../action-item/create";
import { evaluateRelease } from "../gate/evaluate";
import { releaseGate } from "../gate/queries";
import { acknowledgeIncident } from "../incident/acknowledge";
import { declareIncident } from "../incident/declare";
import { takeRole } from "../incident/take-role";
import { putManifest } from "../manifest/put";
import { createRelease } from "../release/create";
import { submitScorecard } from "../scorecard/submit";
import { changesSince } from "./changes";
import { noteLook } from "./last-look";
import { latestVerdicts } from "./latest-verdicts";
import { myIncidents } from "./my-incidents";
import { onboardingView } from "./onboarding";
import { signaturesDue } from "./signatures-due";

openDatabase();
let tenant: TestTenant;
let pipeline: TokenActor;
let people: Approvers;
let engineer: PersonActor;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  people = await newApprovers(tenant);
  engineer = await newPerson(tenant, ["engineer"], "Priya Engineer");
});

describe("since somebody last looked", () => {
  const told = async (actor: PersonActor, mustSign: { id: string; name: string }[] = []) =>
    (await changesSince(actor, mustSign)).records.map(({ name, relation, changes }) => [
      name,
      relation,
      ...changes.map(({ by, sentence }) => `${by} ${sentence}`),
    ]);

  it("the first visit shows nothing, and reading alone moves no mark", async () => {
    expect((await changesSince(engineer, [])).since).toBeNull();
    expect((await changesSince(engineer, [])).since).toBeNull();
  });

  it("tells what others did to the reader's records, why it concerns them, and nothing of their own", async () => {
    const release = await newRelease(engineer);
    const { "change-board": board } = people;
    await lookRecord(engineer);
    const content = { ...manifestDocument(release), authors: [{ name: "Bo Board", email: board.email.toUpperCase() }] };
    await lookRecord(board);
    await evaluateRelease({ actor: engineer }, { releaseId: release.id });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    const name = `service-api ${release.version}`;
    expect(await told(engineer)).toEqual([[name, "created", "pipeline put revision 1 of the manifest"]]);
    // Whoever wrote the code is told as well, and of what the other did too.
    expect(await told(board)).toEqual([
      [
        name,
        "authored",
        "pipeline put revision 1 of the manifest",
        expect.stringMatching(/^Priya Engineer recorded the verdict NO-GO/),
      ],
    ]);
    const [duty] = await told(board, [{ id: release.id, name }]);
    expect(duty?.slice(0, 2)).toEqual([name, "signs"]);
  });

  it("what was seen stays for the visit, and goes when it is marked as read", async () => {
    const owner = await newPerson(tenant, ["engineer"], "Otto Owner");
    await lookRecord(owner);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    await createActionItem({ actor: engineer }, { title: "Raise the limit", ownerId: owner.id, dueAt });
    await lookRecord(owner);
    const given = "Priya Engineer opened the action item: Raise the limit";
    expect(await told(owner)).toEqual([["Raise the limit", "owns", given]]);
    await lookRecord(owner, true);
    expect(await told(owner)).toEqual([]);
    expect((await changesSince(owner, [])).others).toEqual([]);
  });

  it("counts what concerns others by its kind, and all of it once", async () => {
    const reader = await newPerson(tenant, ["viewer"]);
    await lookRecord(reader);
    const release = await newRelease(pipeline);
    await newRelease(pipeline);
    await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
    const { records, others } = await changesSince(reader, []);
    expect(records).toEqual([]);
    expect(others).toEqual([
      { kind: "release", count: 2 },
      { kind: "decision", count: 1 },
    ]);
  });

  it("nobody can mark as seen what has not happened yet", async () => {
    const reader = await newPerson(tenant, ["viewer"]);
    await lookRecord(reader);
    await noteLook(reader, { at: "2999-01-01T00:00:00Z", size: 1_000_000_000, all: true });
    await newRelease(pipeline);
    const { since, now, others } = await changesSince(reader, []);
    expect(others).toEqual([{ kind: "release", count: 1 }]);
    expect((since?.at ?? "") <= now).toBe(true);
  });
});

it("signatures are asked for all releases at once exactly as the gate asks for each", async () => {
  const [plain, own] = [await readyRelease(pipeline), await readyRelease(engineer)];
  await sign(people["sre-on-call"], plain, "sre-on-call");
  const staging = await readyRelease(pipeline, "staging");
  const many = await newPerson(tenant, ["change-board", "sre-on-call", "release-engineer"], "Mo Many");
  for (const person of [...Object.values(people), many, engineer]) {
    const { due } = await signaturesDue(person);
    for (const { id } of [plain, own, staging]) {
      const { approvals } = await releaseGate(person, id);
      const asked = approvals.missing.filter(({ candidates }) =>
        candidates.some((each) => each.personId === person.id),
      );
      const roles = due.find(({ releaseId }) => releaseId === id)?.roles ?? [];
      expect(roles).toEqual(asked.map(({ role }) => role));
    }
  }
});

it("an incident that nobody acknowledged is put to those who could command, later to those alone who answer it", async () => {
  const commander = await newPerson(tenant, ["incident-commander"], "Ines Commander");
  const other = await newPerson(tenant, ["incident-commander"], "Carl Commander");
  const incident = { service: tenant.service.slug, severity: "sev2", title: "Slow answers" };
  const { id } = await declareIncident({ actor: engineer }, incident);
  const seen = async (actor: PersonActor) => (await myIncidents(actor)).items.filter((item) => item.id === id);
  expect(await seen(commander)).toMatchObject([{ unacknowledgedSince: expect.any(String), updateDueAt: null }]);
  expect(await seen(engineer)).toEqual([]);
  await acknowledgeIncident({ actor: commander }, { incidentId: id });
  await takeRole({ actor: commander }, { incidentId: id, role: "commander" });
  expect(await seen(commander)).toMatchObject([
    { roles: ["commander"], unacknowledgedSince: null, updateDueAt: expect.any(String) },
  ]);
  expect(await seen(other)).toEqual([]);
});

it("the newest release of each place is shown, however many came before", async () => {
  const before = await newRelease(pipeline, "preprod");
  const newest = await newRelease(pipeline, "preprod");
  const { environments, services } = await latestVerdicts(engineer);
  const place = environments.findIndex(({ slug }) => slug === "preprod");
  expect(services.map(({ cells }) => cells[place]?.id)).toEqual([newest.id]);
  expect(newest.id).not.toBe(before.id);
});

it("the first steps of a tenant are ticked by its own records, and end when it goes further", async () => {
  const fresh = await newTenant();
  const next = async () => (await onboardingView(fresh.admin)).next;
  expect(await onboardingView(fresh.admin)).toMatchObject({ next: "connect", isShown: true, hasRelease: false });
  const { actor } = await newToken(fresh);
  expect(await next()).toBe("run");
  const subject = { service: "service-api", environment: "staging", version: "1.0.0", commit: "a".repeat(40) };
  const { service, environment, commit } = subject;
  await submitScorecard({ actor }, { service, environment, commit, document: scorecardDocument(subject) });
  expect(await next()).toBe("ask");
  const { id: releaseId } = await createRelease({ actor }, subject);
  await evaluateRelease({ actor }, { releaseId });
  const done = { next: null, isShown: true, asked: { releaseId, verdict: "reject" } };
  expect(await onboardingView(fresh.admin)).toMatchObject(done);
  await putManifest({ actor }, { releaseId, content: manifestDocument(subject) });
  expect(await onboardingView(fresh.admin)).toMatchObject({ isShown: false });
});
