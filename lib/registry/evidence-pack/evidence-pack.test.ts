import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { checkPack } from "@/lib/core/evidence-pack/check";
import { ledgerOf } from "@/lib/testing/census";
import { call, respond } from "@/lib/testing/http";
import { waiverInput } from "@/lib/testing/records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newApprovers, type ReadyRelease } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { attributeIncident } from "../incident/attribute";
import { declareIncident } from "../incident/declare";
import { grantWaiver } from "../waiver/grant";
import { issueEvidencePack } from "./issue";
import { evidencePackView, issuedPacks, sealedEvidencePack } from "./queries";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: TokenActor;
let token: string;
let auditor: PersonActor;
let release: ReadyRelease;

beforeAll(async () => {
  tenant = await newTenant();
  ({ actor: pipeline, text: token } = await newToken(tenant));
  auditor = await newPerson(tenant, ["viewer"], "Audrey Auditor");
  release = await rolledOut(pipeline, await newApprovers(tenant));
  const sre = await newPerson(tenant, ["sre-on-call", "change-board"], "Sam Sre");
  const declared = { service: release.service, severity: "sev2", title: "Slow checkout" };
  const { id: incidentId } = await declareIncident({ actor: sre }, declared);
  await attributeIncident({ actor: sre }, { incidentId, releaseId: release.id, reason: "It began with the rollout." });
  await grantWaiver(confirmed(sre), waiverInput(release.id));
});

const address = () => `/api/v1/releases/${release.id}/evidence-pack`;

describe("the evidence pack of a release", () => {
  it("holds what an auditor asks, each fact as it is on record", async () => {
    const { pack } = await evidencePackView(auditor, release.id);
    expect(pack.generated_by).toEqual({ kind: "person", name: "Audrey Auditor" });
    expect(pack.release).toMatchObject({ version: release.version, commit: release.commit, environment: "production" });
    expect(pack.manifests.map(({ digest }) => digest)).toEqual([release.digest]);
    expect(pack.manifest_id).toBe(pack.manifests[0]?.id);
    expect(pack.signatures.length).toBeGreaterThan(1);
    for (const signature of pack.signatures) {
      expect(signature).toMatchObject({
        manifest_digest: release.digest,
        confirmed_with: "password",
        withdrawn_at: null,
      });
    }
    const decision = pack.decisions.find(({ id }) => id === pack.decision_id);
    expect(decision?.verdict.verdict).toBe("approve");
    expect(decision?.verdict.checks.length).toBeGreaterThan(10);
    expect(pack.rehearsal).toMatchObject({ basis: "decision", outcome: "passed", aged_until: decision?.decided_at });
    expect(pack.scorecard).toMatchObject({ id: decision?.scorecard_id, commit: release.commit, overall_passed: true });
    expect(pack.waivers).toMatchObject([{ check: "rehearsal.fresh", granted_by: "Sam Sre", used_by: [] }]);
    expect(pack.incidents).toMatchObject([{ title: "Slow checkout", relation: "cause" }]);
    expect(pack.stages.map(({ stage, status }) => `${stage} ${status}`)).toContain("production succeeded");
    expect(pack.checklist.items.length).toBe(4);
    expect(pack.left_out).toEqual({ decisions: 0, ledger_entries: 0 });
  });

  it("proves each of its ledger entries against the ledger's head, and contradicts itself nowhere", async () => {
    const { pack, text, digest } = await sealedEvidencePack(auditor, release.id);
    const checked = checkPack(text, JSON.parse(text));
    expect(checked.faults).toEqual([]);
    expect(checked.digest).toBe(digest);
    const all = await ledgerOf(database.web, tenant.tenantId);
    expect(pack.ledger.size).toBe(all.length);
    const { size, root } = (await evidencePackView(auditor, release.id)).pack.ledger;
    expect({ size, root }).toEqual({ size: all.length, root: pack.ledger.root });
    const about = all.filter(({ body }) => (body.subjects as string[]).includes(release.id)).map(({ index }) => index);
    expect(pack.ledger.entries.map(({ index }) => index)).toEqual(expect.arrayContaining(about));
    expect(pack.ledger.entries.map(({ command }) => command)).toEqual(
      expect.arrayContaining([
        "release.create",
        "release.sign",
        "rehearsal.record",
        "scorecard.submit",
        "waiver.grant",
      ]),
    );
  });

  it("is not there for another tenant, whatever it is asked for", async () => {
    const { id } = await issueEvidencePack({ actor: auditor }, { releaseId: release.id });
    const stranger = (await newTenant()).admin;
    await expect(sealedEvidencePack(stranger, release.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(evidencePackView(stranger, release.id, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(issuedPacks(stranger, release.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an issued evidence pack", () => {
  it("stays byte by byte what the ledger has the digest of, whatever happens to the release", async () => {
    const { id, digest } = await issueEvidencePack({ actor: auditor }, { releaseId: release.id });
    const board = await newPerson(tenant, ["change-board"], "Chris Board");
    await grantWaiver(confirmed(board), waiverInput(release.id, "suites.flake_rate"));
    const kept = await sealedEvidencePack(auditor, release.id, id);
    expect(kept.pack.waivers).toHaveLength(1);
    expect(`sha256:${createHash("sha256").update(kept.text).digest("hex")}`).toBe(digest);
    const shown = await evidencePackView(auditor, release.id, id);
    expect(shown.issued).toMatchObject({ id, digest, issuedBy: "Audrey Auditor" });
    expect(shown.pack).toEqual(kept.pack);
    expect((await evidencePackView(auditor, release.id)).pack.waivers).toHaveLength(2);
    const entry = (await ledgerOf(database.web, tenant.tenantId)).findLast(
      ({ command }) => command === "evidence-pack.issue",
    );
    expect(entry?.body).toMatchObject({ subjects: [release.id, id], data: { digest, pack: id } });
    expect((await issuedPacks(auditor, release.id)).items[0]).toMatchObject({ id, digest });
  });

  it("can be changed or removed by nobody, and never kept under a digest that is not its own", async () => {
    await issueEvidencePack({ actor: auditor }, { releaseId: release.id });
    const attempt = (text: string) =>
      asApp(database.web, { tenantId: tenant.tenantId }, (client) => client.query(text)).then(
        () => "done",
        ({ code }: { code: string }) => code,
      );
    expect(await attempt("update evidence_pack set document = '{}'")).toBe("42501");
    expect(await attempt("delete from evidence_pack")).toBe("42501");
    const forged = `insert into evidence_pack select tenant_id, gen_random_uuid(), release_id, digest, '{}', 2,
      ledger_size, ledger_root, issued_at, by_kind, by_id, by_name, by_email from evidence_pack limit 1`;
    expect(await attempt(forged)).toBe("23514");
  });

  it("is downloaded over the API with the digest of its bytes, and issued by people alone", async () => {
    const issued = await issueEvidencePack({ actor: auditor }, { releaseId: release.id });
    const byToken = issueEvidencePack({ actor: pipeline }, { releaseId: release.id });
    await expect(byToken).rejects.toMatchObject({ code: "forbidden" });
    const headers = { authorization: `Bearer ${token}` };
    const url = new URL(`${address()}?issued=${issued.id}`, "http://readiness.test");
    const response = await respond(new Request(url, { headers }));
    const bytes = Buffer.from(await response.arrayBuffer());
    const hash = createHash("sha256").update(bytes);
    expect(`sha256:${hash.copy().digest("hex")}`).toBe(issued.digest);
    expect(response.headers.get("repr-digest")).toBe(`sha-256=:${hash.digest("base64")}:`);
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="service-api-[\w.-]+-evidence-pack\.json"$/,
    );
    expect((await call("GET", `${address()}?issued=${release.id}`, { token })).status).toBe(404);
    expect((await call("GET", `${address()}?issued=no-id`, { token })).status).toBe(400);
  });
});
