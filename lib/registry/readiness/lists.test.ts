import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { previousWeek, weekOf, weekText } from "@/lib/core/week";
import { openDatabase } from "@/lib/testing/registry";
import { approveAll, newApprovers, newRelease, readyRelease } from "@/lib/testing/release";
import { followUpAt } from "@/lib/testing/review-records";
import { rolledOut } from "@/lib/testing/rollout";
import { newPerson, newTenant, newToken } from "@/lib/testing/tenant";
import { closeActionItem } from "../action-item/close";
import { listActionItems } from "../action-item/queries";
import { evaluateRelease } from "../gate/evaluate";
import { declareIncident } from "../incident/declare";
import { listReleases } from "../release/queries";
import { listChangeFailures } from "./change-failures";
import { listFirstEvaluations } from "./first-evaluations";
import { listOverdueItems } from "./overdue-items";
import { leadingNumbers } from "./queries";
import { listReadyReleases } from "./ready-releases";
import { listRehearsedPlaces } from "./rehearsed-places";

openDatabase();
const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);
let reader: PersonActor;
const ids: Record<"failed" | "ready" | "rejected" | "incident", string> = {
  ...{ failed: "", ready: "", rejected: "", incident: "" },
};

beforeAll(async () => {
  const tenant = await newTenant();
  const [pipeline, approvers] = [(await newToken(tenant)).actor, await newApprovers(tenant)];
  reader = await newPerson(tenant, ["sre-on-call", "engineer"], "Sam Reliable");
  ids.rejected = (await newRelease(pipeline, "staging")).id;
  await evaluateRelease({ actor: pipeline }, { releaseId: ids.rejected });
  await evaluateRelease({ actor: pipeline }, { releaseId: ids.rejected });
  ids.failed = (await rolledOut(pipeline, approvers)).id;
  const ready = await readyRelease(pipeline);
  await approveAll(approvers, ready);
  await evaluateRelease({ actor: pipeline }, { releaseId: ready.id });
  ids.ready = ready.id;
  const declared = { service: "service-api", severity: "sev2", title: "Errors" };
  ids.incident = (await declareIncident({ actor: reader }, declared)).id;
  const item = { incidentId: ids.incident, dueAt: ago(30).toISOString() };
  await followUpAt(reader, ago(40), { ...item, title: "Add an alert" });
  const closed = await followUpAt(reader, ago(41), { ...item, title: "Raise the limit" });
  await closeActionItem({ actor: reader }, { actionItemId: closed, state: "done", note: "It is raised." });
});

const releasesOf = ({ items }: { items: { releaseId: string }[] }) => items.map(({ releaseId }) => releaseId);

describe("each of the five numbers is the length of the list behind it", () => {
  it("ready releases, of which one that failed the gate is none, nor one that has shipped", async () => {
    const { ready } = await leadingNumbers(reader, { period: "30d" });
    const list = await listReadyReleases(reader, { period: "30d" });
    const ordinary = await listReleases(reader, { verdict: "approve", open: true });
    expect(ready.current).toEqual({ part: 1, whole: 2 });
    expect([releasesOf(list), ordinary.items.map(({ id }) => id)]).toEqual([[ids.ready], [ids.ready]]);
    expect(releasesOf(await listReadyReleases(reader, { period: "30d", environment: "staging" }))).toEqual([]);
  });

  it("places that must be rehearsed, in time and not", async () => {
    const { rehearsalsFresh } = await leadingNumbers(reader, { period: "30d" });
    const { items, maxAgeDays } = await listRehearsedPlaces(reader, { period: "30d" });
    expect(rehearsalsFresh.current).toEqual({ part: 1, whole: 1 });
    expect([items.map(({ service, cell }) => `${service} ${cell.environment}`), maxAgeDays]).toEqual([
      ["service-api production"],
      30,
    ]);
    expect((await listRehearsedPlaces(reader, { standing: "not-fresh" })).items).toEqual([]);
  });

  it("overdue postmortem items, now and as they were at the end of a week that is over", async () => {
    const week = weekText(previousWeek(weekOf(new Date())));
    const [now, then] = [
      await leadingNumbers(reader, { period: "30d" }),
      await leadingNumbers(reader, { period: week }),
    ];
    const ordinary = await listActionItems(reader, { origin: "incident", overdue: true });
    const past = await listOverdueItems(reader, { period: week });
    expect([now.itemsOverdue.current, ordinary.items.length]).toEqual([1, 1]);
    expect([then.itemsOverdue.current, past.items.map(({ title }) => title).sort()]).toEqual([
      2,
      ["Add an alert", "Raise the limit"],
    ]);
    expect(past.at).toBe(then.instants.current);
  });

  it("first evaluations, one a release, each with the checks that stood in the way", async () => {
    const { firstPass } = await leadingNumbers(reader, { period: "30d" });
    const all = await listFirstEvaluations(reader, { period: "30d" });
    const passed = await listFirstEvaluations(reader, { period: "30d", verdict: "approve" });
    expect(firstPass.current).toEqual({ part: passed.items.length, whole: all.items.length });
    expect(releasesOf(all)).toEqual([ids.ready, ids.failed, ids.rejected]);
    const rejected = all.items.find(({ releaseId }) => releaseId === ids.rejected);
    expect(rejected?.failing.map(({ id }) => id)).toContain("scorecard.present");
  });

  it("change failures with their incidents", async () => {
    const { changeFailures } = await leadingNumbers(reader, { period: "30d" });
    const { items } = await listChangeFailures(reader, { period: "30d" });
    expect(changeFailures.current).toEqual({ part: items.length, whole: 1 });
    expect(items.map(({ releaseId, incidents }) => [releaseId, incidents.map(({ id }) => id)])).toEqual([
      [ids.failed, [ids.incident]],
    ]);
  });
});

it("a list pages by key without losing or repeating a release", async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listFirstEvaluations(reader, { period: "30d" }, { after, size: 1 });
    seen.push(...releasesOf(page));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual([ids.ready, ids.failed, ids.rejected]);
});

it("other tenants' releases are in no list, and a place that there is not is refused", async () => {
  const { admin } = await newTenant();
  expect((await listFirstEvaluations(admin, {})).items).toEqual([]);
  expect((await listReadyReleases(admin, {})).items).toEqual([]);
  expect((await listChangeFailures(admin, {})).items).toEqual([]);
  expect((await listOverdueItems(admin, {})).items).toEqual([]);
  await expect(listRehearsedPlaces(admin, { service: "cli" })).rejects.toMatchObject({ code: "invalid" });
});
