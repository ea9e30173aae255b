import { beforeAll, describe, expect, it } from "vitest";
import { verifyEntries } from "@/lib/core/ledger/merkle";
import { countOf, ledgerOf } from "@/lib/testing/census";
import { manifestDocument } from "@/lib/testing/documents";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { approveAll, newApprovers, readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { evaluateRelease } from "./gate/evaluate";
import { putManifest } from "./manifest/put";
import { setRoles } from "./person/set-roles";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
const RACERS = 16;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
});

const signatureEntries = async () =>
  (await ledgerOf(database.web, tenant.tenantId)).filter(({ command }) => command === "release.sign");

describe("signing at the same moment", () => {
  it("sixteen people count once each, with one ledger entry each", async () => {
    const release = await readyRelease(pipeline);
    const people = await Promise.all(times(RACERS, (index) => newPerson(tenant, ["change-board"], `Signer ${index}`)));
    const before = (await signatureEntries()).length;
    await Promise.all(people.map((person) => sign(person, release, "change-board")));
    const entries = (await signatureEntries()).slice(before);
    const signers = entries.map(({ body }) => (body.data as { personId: string }).personId);
    expect(signers.sort()).toEqual(people.map(({ id }) => id).sort());
    expect(await countOf(database.web, tenant.tenantId, "signature")).toBe(RACERS);
  });

  it("sixteen copies of one person make one signature and one ledger entry", async () => {
    const release = await readyRelease(pipeline);
    const person = await newPerson(tenant, ["change-board", "sre-on-call"], "Copy Cat");
    const [signatures, entries] = [
      await countOf(database.web, tenant.tenantId, "signature"),
      (await signatureEntries()).length,
    ];
    const results = await Promise.allSettled(
      times(RACERS, (index) => sign(person, release, index % 2 === 0 ? "change-board" : "sre-on-call")),
    );
    const refusals = results.filter((result) => result.status === "rejected");
    expect(refusals).toHaveLength(RACERS - 1);
    for (const { reason } of refusals) expect(reason).toMatchObject({ code: "conflict" });
    expect(await countOf(database.web, tenant.tenantId, "signature")).toBe(signatures + 1);
    expect((await signatureEntries()).length).toBe(entries + 1);
  });

  it("leaves a ledger whose every hash fits the entries before it", async () => {
    const rows = await asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
      const found = await client.query("select idx::int as index, body, leaf, root from ledger_entry order by idx");
      return found.rows;
    });
    expect(verifyEntries(rows)).toBeNull();
  });
});

describe("the gate against a manifest that changes under it", () => {
  const ROUNDS = 15;
  it(`approves no manifest but the one in force at that time (${ROUNDS} rounds)`, async () => {
    const approvers = await newApprovers(tenant);
    const seen = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const release = await readyRelease(pipeline);
      await approveAll(approvers, release);
      const context = { actor: pipeline };
      const flags = (to: string) => manifestDocument(release, { feature_flags: [{ name: "new", to }] });
      const evaluate = () => evaluateRelease(context, { releaseId: release.id });
      const put = (to: string) => putManifest(context, { releaseId: release.id, content: flags(to) });
      const [first, , second] = await Promise.all([evaluate(), put("on"), evaluate(), put("off"), evaluate()]);
      for (const { verdict } of [first, second]) seen.add(verdict.verdict);
      await expectNoStaleApprove(release.id);
    }
    // Both orders came up, else nothing was raced.
    expect([...seen].sort()).toEqual(["approve", "reject"]);
  });

  /** By the ledger, whose order is the order of commits: an approve is of the last manifest before it. */
  async function expectNoStaleApprove(releaseId: string): Promise<void> {
    let inForce: unknown = null;
    for (const { command, body } of await ledgerOf(database.web, tenant.tenantId)) {
      const data = body.data as Record<string, unknown>;
      if (data.release !== releaseId) continue;
      if (command === "manifest.put") inForce = data.digest;
      if (command === "gate.evaluate") {
        expect(data.manifestDigest).toBe(inForce);
        if (data.verdict === "approve") expect(data.failing).toEqual([]);
      }
    }
  }
});

describe("two admins who remove each other", () => {
  it("leave one of them", async () => {
    for (let round = 0; round < 10; round += 1) {
      const place = await newTenant();
      const other = await newPerson(place, ["admin"], "Other Admin");
      const results = await Promise.allSettled([
        setRoles({ actor: place.admin }, { personId: other.id, roles: [] }),
        setRoles({ actor: other }, { personId: place.admin.id, roles: [] }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const admins = await asApp(database.web, { tenantId: place.tenantId }, (client) =>
        client.query("select 1 from membership where role = 'admin'"),
      );
      expect(admins.rowCount).toBe(1);
    }
  });
});
