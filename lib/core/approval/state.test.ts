import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/core/access";
import type { Facts, SignatureFact } from "@/lib/core/gate/facts";
import { approval, approver, approvingFacts, CLEO, manifestFact, PIA, SAM, secondsAgo } from "@/lib/core/testing/facts";
import { approvalState } from "./state";

const REQUIRED: Role[] = ["sre-on-call", "product-owner", "change-board"];
const { digest } = manifestFact();
const signedBy = (...signatures: SignatureFact[]): Facts =>
  approvingFacts({ signatures: { state: "found", value: signatures } });

describe("approvalState", () => {
  it("covers each role with its signer, in the order of the roles", () => {
    const state = approvalState(approvingFacts(), REQUIRED);
    expect(state.covered.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      "sre-on-call: Sam Sre",
      "product-owner: Pia Product",
      "change-board: Cleo Change",
    ]);
    expect(state.missing).toEqual([]);
  });

  it.each([
    ["a withdrawn one", { withdrawnAt: secondsAgo(1) }, "withdrew the signature"],
    ["one of another revision", { manifestDigest: `sha256:${"0".repeat(64)}` }, "signed another revision"],
    ["one in a role that was lost", { rolesNow: ["viewer"] as Role[] }, "no longer holds the role change-board"],
    ["one of nobody", { personId: " " }, "names nobody"],
    ["one without a name", { name: "" }, "names nobody"],
    ["one by the author", { email: "ADA@example.test" }, "authored this release"],
    ["one at a naive time", { signedAt: "2025-10-01T11:00:00" }, "cannot be read"],
  ])("does not count %s, and says why", (_, differences, why) => {
    const state = approvalState(signedBy(approval(SAM, digest), approval(CLEO, digest, differences)), REQUIRED);
    expect(state.covered.map(({ role }) => role)).toEqual(["sre-on-call"]);
    expect(state.ignored).toHaveLength(1);
    expect(state.ignored[0]?.why).toContain(why);
  });

  it("lists a rejection of the current digest that was not withdrawn, even by somebody without a role", () => {
    const rejection = { decision: "reject", reason: "no", rolesNow: [] } as const;
    const facts = signedBy(approval(CLEO, digest, { ...rejection, rolesNow: [] }));
    expect(approvalState(facts, REQUIRED).rejections).toMatchObject([{ name: "Cleo Change", reason: "no" }]);
    const withdrawn = signedBy(approval(CLEO, digest, { decision: "reject", withdrawnAt: secondsAgo(1) }));
    expect(approvalState(withdrawn, REQUIRED).rejections).toEqual([]);
    const ofOldRevision = signedBy(approval(CLEO, "sha256:old", { decision: "reject" }));
    expect(approvalState(ofOldRevision, REQUIRED).rejections).toEqual([]);
  });

  it("names those who can still sign: not the author, not who has signed already", () => {
    const ada = approver("ada", "Ada Author", "change-board");
    const facts = { ...signedBy(approval(SAM, digest)), approvers: [ada, CLEO, PIA, SAM] };
    const { missing } = approvalState(facts, REQUIRED);
    expect(missing.map(({ role, candidates }) => [role, candidates.map(({ name }) => name)])).toEqual([
      ["product-owner", ["Pia Product"]],
      ["change-board", ["Cleo Change"]],
    ]);
  });

  it("names somebody who would free a signer for the missing role", () => {
    const both = approver("bea", "Bea Both", "sre-on-call", "change-board");
    const facts = { ...signedBy(approval(both, digest)), approvers: [both, SAM] };
    const { missing } = approvalState(facts, ["sre-on-call", "change-board"]);
    expect(missing).toEqual([
      { role: "change-board", candidates: [{ personId: "sam", name: "Sam Sre", onBehalfOf: null }] },
    ]);
  });

  it("counts nothing while there is no manifest", () => {
    const facts = approvingFacts({ manifest: { state: "missing", reason: "none" } });
    expect(approvalState(facts, REQUIRED).covered).toEqual([]);
  });

  it("counts each human once and never depends on the order of signing", () => {
    const roles = fc.uniqueArray(fc.constantFrom<Role>(...REQUIRED), { minLength: 1 });
    const signature = fc
      .tuple(fc.constantFrom("p1", "p2", "p3"), fc.constantFrom("a", "b", "c"), roles)
      .map(([id, mailbox, held]) =>
        approval(approver(id, id, ...held), digest, { email: `${mailbox}@example.test`, signedAt: secondsAgo(60) }),
      );
    const lists = fc
      .array(signature, { maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        const state = approvalState(signedBy(...list), REQUIRED);
        expect(approvalState(signedBy(...shuffled), REQUIRED)).toEqual(state);
        const people = state.covered.map(({ personId }) => personId);
        expect(new Set(people).size).toBe(people.length);
        expect(people.length).toBeLessThanOrEqual(new Set(list.map(({ email }) => email)).size);
      }),
    );
  });
});
