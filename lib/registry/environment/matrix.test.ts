import { beforeAll, describe, expect, it } from "vitest";
import { inDays } from "@/lib/testing/approval-records";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { liveVerdict } from "../gate/queries";
import { cancelApprovalChange } from "./cancel-approval-change";
import { dropApprovalRow } from "./drop-approval-row";
import { approvalMatrix, type RowView } from "./matrix-queries";
import { setApprovalRoles } from "./set-approval-roles";

openDatabase();
let tenant: TestTenant;
let admin: { actor: TestTenant["admin"] };
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
let production: { environmentId: string };

beforeAll(async () => {
  tenant = await newTenant();
  admin = { actor: tenant.admin };
  pipeline = (await newToken(tenant)).actor;
  production = { environmentId: (await environmentNow()).id };
});

async function environmentNow() {
  const { environments } = await approvalMatrix(tenant.admin);
  const found = environments.find(({ slug }) => slug === "production");
  if (!found) throw new Error("there is no production");
  return found;
}
const rolesOf = (row: RowView | undefined) => row?.current?.roles.map(({ role }) => role) ?? null;
const serviceRow = async () => (await environmentNow()).services[0];
const askedFor = async () => {
  const { verdict } = await liveVerdict(pipeline, (await newRelease(pipeline)).id);
  return verdict.checks.find(({ id }) => id === "approvals.complete");
};

describe("a service's own row", () => {
  it("replaces the environment's for the service, and holds no more once it is dropped", async () => {
    const row = { ...production, serviceId: tenant.service.id };
    await setApprovalRoles(admin, { ...row, roles: ["change-board"] });
    expect(await askedFor()).toMatchObject({
      threshold: 1,
      details: expect.arrayContaining(["change-board has not signed"]),
    });
    await dropApprovalRow(admin, row);
    expect(await askedFor()).toMatchObject({ threshold: 3 });
    await expect(dropApprovalRow(admin, row)).rejects.toMatchObject({ code: "conflict" });
    expect(await serviceRow()).toMatchObject({ current: null, past: [{ setBy: "Ada Admin", endedBy: "Ada Admin" }] });
  });
});

describe("a change of the matrix", () => {
  it("that is planned is shown and judged by from its instant on only, and can be called off", async () => {
    const at = inDays(3);
    await setApprovalRoles(admin, { ...production, roles: ["sre-on-call"], from: at });
    const planned = (await environmentNow()).own;
    expect(rolesOf(planned)).toEqual(["sre-on-call", "product-owner", "change-board"]);
    expect(planned.planned).toEqual([{ at, roles: [{ role: "sre-on-call", requiresTraining: null }] }]);
    expect(await askedFor()).toMatchObject({ threshold: 3 });
    await cancelApprovalChange(admin, { ...production, at });
    const { own } = await environmentNow();
    expect(own).toMatchObject({ planned: [], current: { until: null } });
    expect(own.past).toMatchObject([{ state: "called-off", from: at }]);
    await expect(cancelApprovalChange(admin, { ...production, at })).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps who set what, from when until when", async () => {
    const before = (await environmentNow()).own.current;
    const { from } = await setApprovalRoles(admin, { ...production, roles: ["change-board", "sre-on-call"] });
    const { own } = await environmentNow();
    expect(own.current).toMatchObject({ from, setBy: "Ada Admin", until: null });
    expect(own.past).toContainEqual(expect.objectContaining({ state: "past", from: before?.from, until: from }));
  });

  it("to roles that cannot sign is refused, and to a role that nobody holds is told", async () => {
    const powerless = setApprovalRoles(admin, { ...production, roles: ["admin", "change-board"] });
    await expect(powerless).rejects.toMatchObject({ code: "invalid", issues: [{ path: "roles" }] });
    await newPerson(tenant, ["change-board"]);
    const row = { ...production, roles: ["change-board", "release-engineer"] };
    expect(await setApprovalRoles(admin, row)).toMatchObject({ unheld: ["release-engineer"] });
  });

  it("in the past is refused: what was judged stays judged", async () => {
    const late = setApprovalRoles(admin, { ...production, roles: ["change-board"], from: inDays(-1) });
    await expect(late).rejects.toMatchObject({ code: "invalid", issues: [{ path: "from" }] });
  });

  it("by many at once leaves one row in force, the last one's, and every other one as history", async () => {
    const before = (await environmentNow()).own.past.length;
    const choices = [["change-board"], ["sre-on-call"], ["product-owner"], ["change-board", "sre-on-call"]];
    await Promise.all(choices.map((roles) => setApprovalRoles(admin, { ...production, roles })));
    const { own } = await environmentNow();
    expect(choices.map((roles) => roles.toSorted())).toContainEqual(rolesOf(own)?.toSorted());
    expect(own.past.length).toBe(before + choices.length);
  });
});
