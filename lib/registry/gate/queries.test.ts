import { beforeAll, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { manifestDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { approveAll, newApprovers, readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { putManifest } from "../manifest/put";
import { manifestView } from "../manifest/queries";
import { signaturesDue } from "../overview/signatures-due";
import { signatureHistory } from "../release/history-queries";
import { withdrawSignature } from "../release/withdraw";
import { type Compared, comparedDecisions } from "./compare";
import { decisionHistory } from "./decision-queries";
import { evaluateRelease } from "./evaluate";
import { liveVerdict, releaseGate } from "./queries";

openDatabase();
let tenant: TestTenant;
let pipeline: TokenActor;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
});

it("the live verdict is the gate's own answer, and is stored nowhere", async () => {
  const release = await readyRelease(pipeline);
  await approveAll(await newApprovers(tenant), release);
  const live = await liveVerdict(pipeline, release.id);
  expect((await decisionHistory(pipeline, release.id, { size: 10 })).items).toEqual([]);
  const stored = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
  const isAsOf = { at: expect.any(String), checks: expect.any(Array) };
  expect(live.verdict).toEqual({ ...stored.verdict, ...isAsOf });
  expect(live.verdict.checks.map(({ id, outcome }) => [id, outcome])).toEqual(
    stored.verdict.checks.map(({ id, outcome }) => [id, outcome]),
  );
  expect(live.verdict.verdict).toBe("approve");
  const { items } = await decisionHistory(pipeline, release.id, { size: 10 });
  expect(items.map(({ id, verdict }) => [id, verdict])).toEqual([[stored.decisionId, "approve"]]);
});

it("the last two decisions of a release are compared, the earlier one first, and none of another release", async () => {
  const release = await readyRelease(pipeline);
  const alone = await comparedDecisions(pipeline, release.id, {});
  expect(alone).toMatchObject({ pair: null, choices: [] });
  const reject = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
  await approveAll(await newApprovers(tenant), release);
  const approve = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
  const idsOf = ({ pair }: Compared) => [pair?.before.id, pair?.after.id];
  const both = [reject.decisionId, approve.decisionId];
  expect(idsOf(await comparedDecisions(pipeline, release.id, {}))).toEqual(both);
  const [from, to] = [approve.decisionId, reject.decisionId];
  expect(idsOf(await comparedDecisions(pipeline, release.id, { from, to }))).toEqual(both);
  const other = await readyRelease(pipeline);
  expect((await comparedDecisions(pipeline, other.id, { from, to })).pair).toBeNull();
  const stranger = await newTenant();
  await expect(comparedDecisions(stranger.admin, release.id, {})).rejects.toMatchObject({ code: "not_found" });
});

it("says why somebody may not sign, and offers the rest only the roles that they hold", async () => {
  const release = await readyRelease(pipeline);
  const both = await newPerson(tenant, ["change-board", "product-owner"], "Bo Both");
  const barOf = async (actor: PersonActor) => (await releaseGate(actor, release.id)).signing.bar;
  expect(await barOf(await newPerson(tenant, ["viewer"]))).toContain("You hold none of the roles");
  const author = await newPerson(tenant, ["change-board"], "Alex Author");
  const content = { ...manifestDocument(release), authors: [{ name: author.name, email: author.email }] };
  const { digest } = await putManifest({ actor: pipeline }, { releaseId: release.id, content });
  expect(await barOf(author)).toBe("You authored this release.");
  await sign(await newPerson(tenant, ["product-owner"], "Una Owner"), { ...release, digest }, "product-owner");
  // The role that is still missing comes first.
  expect((await releaseGate(both, release.id)).signing).toEqual({
    bar: null,
    notes: [],
    authorities: [
      { role: "change-board", onBehalfOf: null },
      { role: "product-owner", onBehalfOf: null },
    ],
  });
});

it("asks for a signature only those who can give it now, and no longer once they have", async () => {
  const release = await readyRelease(pipeline);
  const people = await newApprovers(tenant);
  const isAsked = async (actor: PersonActor) =>
    (await signaturesDue(actor)).due.some(({ releaseId }) => releaseId === release.id);
  expect(await isAsked(people["change-board"])).toBe(true);
  expect(await isAsked(await newPerson(tenant, ["release-engineer"]))).toBe(false);
  const { id } = await sign(people["change-board"], release, "change-board");
  expect(await isAsked(people["change-board"])).toBe(false);
  expect((await releaseGate(people["change-board"], release.id)).mySignature?.id).toBe(id);
  // Somebody else's signature in the same role would add nothing either.
  expect(await isAsked(await newPerson(tenant, ["change-board"]))).toBe(false);
  await withdrawSignature({ actor: people["change-board"] }, { signatureId: id, reason: "too early" });
  expect(await isAsked(people["change-board"])).toBe(true);
});

it("compares a new revision with the last that was signed, and keeps the old signature as one that does not count", async () => {
  const release = await readyRelease(pipeline);
  const document = manifestDocument(release);
  const { digest } = await putManifest({ actor: pipeline }, { releaseId: release.id, content: document });
  await sign(await newPerson(tenant, ["change-board"]), { ...release, digest }, "change-board");
  const signed = (await manifestView(pipeline, release.id))?.current.revision ?? 0;
  const revise = (start: string) => {
    const content = { ...document, rollout_window: { ...document.rollout_window, start } };
    return putManifest({ actor: pipeline }, { releaseId: release.id, content });
  };
  await revise("2025-09-30T00:00:00Z");
  await revise("2025-09-29T00:00:00Z");
  const view = await manifestView(pipeline, release.id);
  expect(view?.revisions.map(({ revision, signatures }) => [revision, signatures])).toEqual([
    [signed + 2, 0],
    [signed + 1, 0],
    [signed, 1],
    ...(signed > 1 ? [[1, 0]] : []),
  ]);
  expect(view?.compared?.with.revision).toBe(signed);
  expect(view?.compared?.isLastSigned).toBe(true);
  expect(view?.compared?.differences).toMatchObject([{ path: "rollout_window.start", after: "2025-09-29T00:00:00Z" }]);
  expect((await manifestView(pipeline, release.id, signed + 1))?.compared?.differences).toMatchObject([
    { path: "rollout_window.start", before: "2025-09-30T00:00:00Z" },
  ]);
  const [signature] = await signatureHistory(pipeline, release.id);
  expect(signature).toMatchObject({ revision: signed, isCurrent: false, withdrawnAt: null });
});
