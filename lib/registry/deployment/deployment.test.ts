import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { census, ledgerOf } from "@/lib/testing/census";
import { ARTIFACT } from "@/lib/testing/documents";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { advanceToApproval, approveAll, newApprovers, type ReadyRelease, readyRelease } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { listActionItems } from "../action-item/queries";
import { confirmBreakGlass } from "../break-glass/confirm";
import { requestBreakGlass } from "../break-glass/request";
import { createEnvironment } from "../environment/create";
import { evaluateRelease } from "../gate/evaluate";
import { advanceRelease } from "../release/advance";
import { explainDeployment } from "./explain";
import { deploymentDetail, listDeployments, unexplainedDeployments } from "./queries";
import { reportDeployment } from "./report";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
let rene: PersonActor;
let names = 0;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  rene = await newPerson(tenant, ["release-engineer"], "Rene Release");
});

const FOREIGN = `sha256:${"9".repeat(64)}`;
const place = { service: "service-api", environment: "production" };
const soon = () => new Date().toISOString();
const CAUSE = "The pipeline of the hotfix had no gate step.";
const REMEDY = "The version before was put back, and the step added.";

function told(more: Record<string, unknown> = {}) {
  names += 1;
  return { ...place, externalId: `deploy-${names}`, state: "succeeded", deployedAt: soon(), ...more };
}
const report = (more: Record<string, unknown> = {}) => reportDeployment({ actor: pipeline }, told(more));
const explain = (actor: PersonActor, deploymentId: string, more: object = {}) =>
  explainDeployment({ actor }, { deploymentId, cause: CAUSE, remedy: REMEDY, ...more });

async function approved(): Promise<ReadyRelease> {
  const release = await readyRelease(pipeline);
  await advanceToApproval(pipeline, release.id);
  await approveAll(await newApprovers(tenant), release);
  return release;
}

async function noticesOf(key: string): Promise<number> {
  return asApp(database.web, tenant, async (client) => {
    const { rows } = await client.query("select count(*)::int as n from notification where key = $1", [key]);
    return rows[0].n;
  });
}

describe("a deployment to production", () => {
  it("of what the gate approved is matched to that decision, and of what it did not is a finding", async () => {
    const before = await report({ artifacts: [ARTIFACT] });
    expect(before).toMatchObject({ match: "bypass", decisionId: null });
    const release = await approved();
    const { decisionId } = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
    expect(await report({ artifacts: [ARTIFACT] })).toMatchObject({
      match: "approved",
      decisionId,
      releaseId: release.id,
    });
    expect(await report({ artifacts: [ARTIFACT, FOREIGN] })).toMatchObject({ match: "bypass" });
    expect(await report({ commit: release.commit })).toMatchObject({
      match: "bypass",
      explanation: expect.stringContaining("cannot be matched"),
    });
    const entry = { releaseId: release.id, stage: "production", artifacts: [ARTIFACT] };
    await advanceRelease({ actor: pipeline }, entry);
    expect(await report({ commit: release.commit })).toMatchObject({
      match: "approved",
      explanation: expect.stringContaining("Matched by commit; no artifacts were reported."),
    });
    await advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "production", status: "succeeded" });
    const nextWeek = { clock: () => new Date(Date.now() + 7 * 86_400_000) };
    const again = told({ artifacts: [ARTIFACT], deployedAt: nextWeek.clock().toISOString() });
    expect(await reportDeployment({ actor: pipeline, ...nextWeek }, again)).toMatchObject({ match: "rollback" });
    expect((await unexplainedDeployments(rene)).items.map(({ id }) => id)).toContain(before.id);
  });

  it("by break-glass is that, and no approve", async () => {
    const release = await readyRelease(pipeline);
    await advanceToApproval(pipeline, release.id);
    const reason = "Payments are down; it cannot wait.";
    const { id } = await requestBreakGlass(confirmed(rene), { releaseId: release.id, reason, minutes: 60 });
    await confirmBreakGlass(confirmed(await newPerson(tenant, ["sre-on-call"])), { breakGlassId: id });
    await advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "production", artifacts: [ARTIFACT] });
    const found = await report({ commit: release.commit });
    expect(found).toMatchObject({ match: "break_glass", releaseId: release.id });
    expect((await deploymentDetail(rene, found.id)).finding).toBeNull();
  });

  it("elsewhere is only recorded", async () => {
    await createEnvironment({ actor: tenant.admin }, { slug: "lab", name: "Lab", isProduction: false });
    expect(await report({ environment: "lab", artifacts: [FOREIGN] })).toMatchObject({ match: "recorded" });
  });
});

describe("messages about one deployment", () => {
  it("in any order and doubled end in the state of each once in order, with one finding told once", async () => {
    const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString();
    const messages = [
      { state: "started", deployedAt: at(0), artifacts: [FOREIGN] },
      { state: "failed", deployedAt: at(20), url: "https://ci.example/1" },
      { state: "started", deployedAt: at(30), commit: "abcdef1" },
      { state: "succeeded", deployedAt: at(50), artifacts: [ARTIFACT], version: "1.0" },
    ];
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 3, 0, 2, 0],
      [2, 0, 1, 3, 1, 2],
    ];
    const ends: unknown[] = [];
    for (const order of orders) {
      const first = told();
      const answers = [];
      for (const place of order) {
        answers.push(await reportDeployment({ actor: pipeline }, { ...first, ...messages[place] }));
      }
      const { id } = answers[0] ?? { id: "" };
      expect(new Set(answers.map((each) => each.id)).size).toBe(1);
      const { externalId: _, id: __, now: ___, findingAt, reportedAt: ____, ...end } = await deploymentDetail(rene, id);
      ends.push({ ...end, isFinding: findingAt !== null });
      expect(await noticesOf(`deployment-bypassed:${id}`)).toBe(await peopleTold());
    }
    expect(ends[0]).toMatchObject({ state: "succeeded", finding: "open", startedAt: at(0), endedAt: at(20) });
    for (const end of ends) expect(end).toEqual(ends[0]);
  });

  it("the same one again changes nothing, also when eight copies come at once", async () => {
    const once = told({ artifacts: [FOREIGN] });
    const copies = await Promise.all(Array.from({ length: 8 }, () => reportDeployment({ actor: pipeline }, once)));
    expect(new Set(copies.map(({ id }) => id)).size).toBe(1);
    expect(copies.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    const before = await census(database.web, tenant.tenantId);
    expect(await reportDeployment({ actor: pipeline }, once)).toMatchObject({ duplicate: true });
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("another commit under the same name is refused, and so is a time that lies ahead", async () => {
    const once = told({ commit: "abcdef1" });
    await reportDeployment({ actor: pipeline }, once);
    const other = reportDeployment({ actor: pipeline }, { ...once, commit: "1234567" });
    await expect(other).rejects.toMatchObject({ code: "conflict" });
    const ahead = report({ deployedAt: new Date(Date.now() + 600_000).toISOString() });
    await expect(ahead).rejects.toMatchObject({ code: "invalid" });
  });
});

async function peopleTold(): Promise<number> {
  return asApp(database.web, tenant, async (client) => {
    const { rows } = await client.query(`select count(distinct person_id)::int as n from membership
      where role in ('change-board', 'sre-on-call', 'release-engineer')`);
    return rows[0].n;
  });
}

describe("a finding", () => {
  it("is closed by a person's explanation alone, once, and not by a later approve or report", async () => {
    const once = told({ artifacts: [FOREIGN] });
    const { id } = await reportDeployment({ actor: pipeline }, once);
    await expect(explain(rene, id, { cause: "oops" })).rejects.toMatchObject({ code: "invalid" });
    const actionItem = { title: "Add the gate step", ownerId: rene.id, dueAt: inDays(3) };
    const results = await Promise.allSettled([explain(rene, id, { actionItem }), explain(rene, id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { findingAt } = await deploymentDetail(rene, id);
    await reportDeployment({ actor: pipeline }, { ...once, state: "failed", deployedAt: soon() });
    const detail = await deploymentDetail(rene, id);
    expect(detail).toMatchObject({ finding: "explained", findingAt, explained: { by: "Rene Release", cause: CAUSE } });
    const ours = await listDeployments(rene, { finding: "open" });
    expect(ours.items.map((each) => each.id)).not.toContain(id);
    const said = (await ledgerOf(database.web, tenant.tenantId)).filter(
      ({ command }) => command === "deployment.explain",
    );
    expect(said.at(-1)?.body).toMatchObject({ kind: "deployment", data: { deployment: id, cause: CAUSE } });
  });

  it("is not explained by whoever deployed, and what needs no explanation takes none", async () => {
    const own = await report({ artifacts: [FOREIGN], deployedBy: rene.email.toUpperCase() });
    await expect(explain(rene, own.id)).rejects.toMatchObject({ code: "forbidden" });
    const board = await newPerson(tenant, ["change-board"]);
    const { actionItemId } = await explain(board, own.id, {
      actionItem: { title: "Talk it over", ownerName: "The team", dueAt: inDays(2) },
    });
    const { items } = await listActionItems(board, { owner: "The team" });
    expect(items).toMatchObject([{ id: actionItemId, origin: "bypass", state: "open" }]);
    const fine = await report({ environment: "lab" });
    await expect(explain(board, fine.id)).rejects.toMatchObject({ code: "conflict" });
  });
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
