import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { inDays } from "@/lib/testing/approval-records";
import { openDatabase } from "@/lib/testing/registry";
import { readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { approvalMatrix } from "../environment/matrix-queries";
import { setApprovalRoles } from "../environment/set-approval-roles";
import { releaseGate } from "../gate/queries";
import { listTrainings } from "./queries";
import { recordTraining } from "./record";
import { revokeTraining } from "./revoke";

openDatabase();
let tenant: TestTenant;
let admin: { actor: PersonActor };
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
const training = "Production change";

beforeAll(async () => {
  tenant = await newTenant();
  admin = { actor: tenant.admin };
  pipeline = (await newToken(tenant)).actor;
  const { environments } = await approvalMatrix(tenant.admin);
  const environmentId = environments.find(({ slug }) => slug === "production")?.id;
  const trainings = [{ role: "change-board", training }];
  await setApprovalRoles(admin, { environmentId, roles: ["change-board"], trainings });
});

const record = (person: PersonActor, more: Record<string, unknown> = {}) =>
  recordTraining(admin, { personId: person.id, training, completedAt: inDays(-100), ...more });

describe("a role that asks for a training", () => {
  it("is signed in by who has it only, and the signature counts while they have it", async () => {
    const [board, release] = [await newPerson(tenant, ["change-board"], "Bea Board"), await readyRelease(pipeline)];
    await record(board, { expiresAt: inDays(-50) });
    await expect(sign(board, release, "change-board")).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/^Your training 'Production change' expired on \d+ \w+ \d{4}; ask an admin/),
    });
    const { id } = await record(board, { training: " production  CHANGE ", expiresAt: inDays(50) });
    await sign(board, release, "change-board");
    expect((await releaseGate(board, release.id)).approvals).toMatchObject({ missing: [], ignored: [] });
    await revokeTraining(admin, { recordId: id, reason: "It was somebody else's." });
    const { approvals } = await releaseGate(board, release.id);
    expect(approvals.ignored).toEqual([{ name: "Bea Board", why: expect.stringContaining("the training") }]);
    expect(approvals.missing).toMatchObject([{ role: "change-board", candidates: [] }]);
    await expect(revokeTraining(admin, { recordId: id, reason: "Again" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("says on the page what keeps a role from signing", async () => {
    const [board, release] = [await newPerson(tenant, ["change-board"], "Una Trained"), await readyRelease(pipeline)];
    const { signing } = await releaseGate(board, release.id);
    expect(signing).toMatchObject({ bar: expect.stringContaining("is not on record"), authorities: [] });
  });
});

describe("training records", () => {
  it("are refused when they were completed in the future or end before they begin", async () => {
    const person = await newPerson(tenant, ["viewer"]);
    await expect(record(person, { completedAt: inDays(1) })).rejects.toMatchObject({
      issues: [{ path: "completedAt" }],
    });
    const backwards = record(person, { expiresAt: inDays(-200) });
    await expect(backwards).rejects.toMatchObject({ issues: [{ path: "expiresAt" }] });
    await expect(record(person, { evidenceUrl: "javascript:alert(1)" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("are listed by person page by page and by state; others see their own", async () => {
    const own = await newTenant();
    const people = await Promise.all(["Zoe", "Abe"].map((name) => newPerson(own, ["engineer"], name)));
    const [zoe, abe] = people;
    if (!zoe || !abe) throw new Error("two people were made");
    const by = { actor: own.admin };
    for (let index = 0; index < 51; index += 1) {
      await recordTraining(by, { personId: zoe.id, training: `T${index}`, completedAt: inDays(-9) });
    }
    await recordTraining(by, { personId: abe.id, training, completedAt: inDays(-9), expiresAt: inDays(-1) });
    const first = await listTrainings(own.admin, {});
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({ person: { name: "Abe" }, state: "expired", recordedBy: "Ada Admin" });
    const second = await listTrainings(own.admin, { after: first.next ?? "" });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(52);
    expect((await listTrainings(own.admin, { state: "expired" })).items).toHaveLength(1);
    expect((await listTrainings(own.admin, { state: "valid", q: "T5" })).items).toHaveLength(2);
    expect((await listTrainings(abe, {})).items.map(({ person }) => person.name)).toEqual(["Abe"]);
  });
});
