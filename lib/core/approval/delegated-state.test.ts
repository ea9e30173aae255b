import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/core/access";
import type { ApproverFact, DelegatedRole, Facts, SignatureFact } from "@/lib/core/gate/facts";
import { approval, approver, approvingFacts, CLEO, manifestFact, PIA, SAM, secondsAgo } from "@/lib/core/testing/facts";
import { approvalState } from "./state";

const { digest } = manifestFact();
const signedBy = (signatures: SignatureFact[], approvers: ApproverFact[] = []): Facts =>
  approvingFacts({ signatures: { state: "found", value: signatures }, approvers });
const lentBy = ({ personId, name, email }: ApproverFact, role: Role): DelegatedRole => ({
  ...{ role, from: { personId, name, email }, until: secondsAgo(-3600), delegationId: "delegation-1" },
});
const DANA = approver("dana", "Dana Delegate", "viewer");
const acting = (lender: ApproverFact, role: Role, differences: Partial<SignatureFact> = {}): SignatureFact =>
  approval(DANA, digest, {
    role,
    onBehalfOf: lentBy(lender, role).from,
    delegatedNow: [lentBy(lender, role)],
    ...differences,
  });
const coveredIn = (facts: Facts, required: Role[]) =>
  approvalState(facts, required).covered.map(({ role, name, onBehalfOf }) => `${role}: ${name} for ${onBehalfOf}`);
const whyNot = (facts: Facts) => approvalState(facts, ["change-board"]).ignored.map(({ why }) => why);

describe("a signature on behalf of somebody", () => {
  it("covers the role that was lent, though its signer holds none that signs", () => {
    expect(coveredIn(signedBy([acting(CLEO, "change-board")]), ["change-board"])).toEqual([
      "change-board: Dana Delegate for Cleo Change",
    ]);
  });

  it("covers no other role, not even one that its signer or its lender holds", () => {
    const lender = approver("lee", "Lee Lender", "change-board", "sre-on-call");
    const signature = acting(lender, "change-board", { rolesNow: ["product-owner"] });
    expect(coveredIn(signedBy([signature]), ["sre-on-call", "product-owner"])).toEqual([]);
  });

  it.each<[string, Partial<SignatureFact>, string]>([
    ["the delegation stands no more", { delegatedNow: [] }, "no longer acts as change-board for Cleo Change"],
    ["nothing is told of delegations", { delegatedNow: undefined }, "no longer acts as change-board"],
    ["another person lent the role", { delegatedNow: [lentBy(SAM, "change-board")] }, "no longer acts"],
    ["another role was lent", { delegatedNow: [lentBy(CLEO, "sre-on-call")] }, "no longer acts"],
    ["it names nobody", { onBehalfOf: { personId: " ", name: "", email: null } }, "names nobody whom it is for"],
    ["its signer made the release", { email: "ADA@example.test" }, "authored this release"],
    ["it is one's own name", { personId: "cleo", name: "Cleo Change", email: CLEO.email }, "signed for themselves"],
  ])("does not count when %s", (_, differences, why) => {
    const facts = signedBy([acting(CLEO, "change-board", differences)]);
    expect(coveredIn(facts, ["change-board"])).toEqual([]);
    expect(whyNot(facts)).toEqual([expect.stringContaining(why)]);
  });

  it("does not count when its lender made the release", () => {
    const ada = approver("ada", "Ada Author", "change-board");
    expect(whyNot(signedBy([acting(ada, "change-board")]))).toEqual([
      "signed for Ada Author, who authored this release",
    ]);
  });

  it("asks for the training of who signs, not of who lent the role", () => {
    const training = "Production change";
    const requiredTrainings = [{ role: "change-board" as const, training }];
    const untrained = { ...signedBy([acting(CLEO, "change-board")]), requiredTrainings };
    expect(whyNot(untrained)).toEqual(["the training 'Production change' is not on record"]);
    const trained = acting(CLEO, "change-board", { trainings: [{ training, lapse: null }] });
    expect(whyNot({ ...signedBy([trained]), requiredTrainings })).toEqual([]);
  });
});

describe("somebody's authority, used or lent, counts once", () => {
  const lee = approver("lee", "Lee Lender", "change-board", "sre-on-call");
  it("not the lender's own signature and the delegate's for two roles", () => {
    const both = [approval(lee, digest, { role: "sre-on-call" }), acting(lee, "change-board")];
    expect(coveredIn(signedBy(both), ["change-board", "sre-on-call"])).toHaveLength(1);
    // With somebody else's signature each role has a person and an authority of its own.
    const helped = signedBy([...both, approval(SAM, digest)]);
    expect(coveredIn(helped, ["change-board", "sre-on-call"])).toEqual([
      "sre-on-call: Sam Sre for null",
      "change-board: Dana Delegate for Lee Lender",
    ]);
  });

  it("not two delegates of one lender", () => {
    const eve = { personId: "eve", name: "Eve Else", email: "eve@example.test" };
    const both = [acting(lee, "change-board"), acting(lee, "sre-on-call", eve)];
    expect(coveredIn(signedBy(both), ["change-board", "sre-on-call"])).toHaveLength(1);
  });
});

describe("who could sign", () => {
  const dana = { ...DANA, delegated: [lentBy(CLEO, "change-board")] };
  const namesFor = (facts: Facts) =>
    approvalState(facts, ["change-board"]).missing.flatMap(({ candidates }) =>
      candidates.map(({ name, onBehalfOf }) => `${name} for ${onBehalfOf?.name}`),
    );
  it("names the delegate beside the lender", () => {
    expect(namesFor(signedBy([], [CLEO, dana]))).toEqual([
      "Cleo Change for undefined",
      "Dana Delegate for Cleo Change",
    ]);
  });

  it("not a delegate of somebody who made the release, nor one without the training", () => {
    const ada = approver("ada", "Ada Author", "change-board");
    expect(namesFor(signedBy([], [ada, { ...DANA, delegated: [lentBy(ada, "change-board")] }]))).toEqual([]);
    const requiredTrainings = [{ role: "change-board" as const, training: "Production change" }];
    expect(namesFor({ ...signedBy([], [CLEO, dana]), requiredTrainings })).toEqual([]);
  });

  it("not a delegate of somebody whose authority is used up", () => {
    const lee = approver("lee", "Lee Lender", "change-board", "sre-on-call");
    const facts = signedBy(
      [approval(lee, digest, { role: "sre-on-call" })],
      [{ ...DANA, delegated: [lentBy(lee, "change-board")] }],
    );
    const { missing } = approvalState(facts, ["sre-on-call", "change-board"]);
    expect(missing).toEqual([{ role: "change-board", candidates: [] }]);
  });
});

describe("matching with delegations", () => {
  const ROLES: Role[] = ["sre-on-call", "product-owner", "change-board"];
  const PEOPLE = ["p1", "p2", "p3", "p4"];
  const role = fc.constantFrom<Role>(...ROLES);
  const signature = fc
    .record({ signer: fc.constantFrom(...PEOPLE), lender: fc.option(fc.constantFrom(...PEOPLE)), role })
    .map(({ signer, lender, role: signed }): SignatureFact => {
      const person = approver(signer, signer, signed);
      if (lender === null || lender === signer) return approval(person, digest);
      const lent = lentBy(approver(lender, lender, signed), signed);
      return approval(person, digest, { rolesNow: [], onBehalfOf: lent.from, delegatedNow: [lent] });
    });
  const lists = fc.array(signature, { maxLength: 6 });
  const authorityOf = (each: SignatureFact) => each.onBehalfOf?.personId ?? each.personId;

  it("no human and no authority covers two roles", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { covered } = approvalState(signedBy(list), ROLES);
        const humans = covered.map(({ personId }) => personId);
        const authorities = covered.map(({ personId, onBehalfOf }) => onBehalfOf ?? personId);
        expect(new Set(humans).size).toBe(humans.length);
        expect(new Set(authorities).size).toBe(authorities.length);
      }),
    );
  });

  it("lending never covers more roles than the lenders could have covered themselves", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const themselves = list.map((each) =>
          approval(approver(authorityOf(each), authorityOf(each), each.role), digest),
        );
        const lent = approvalState(signedBy(list), ROLES).covered.length;
        expect(lent).toBeLessThanOrEqual(approvalState(signedBy(themselves), ROLES).covered.length);
      }),
    );
  });

  it("never depends on the order of signing", () => {
    const shuffled = lists.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(approvalState(signedBy(other), ROLES)).toEqual(approvalState(signedBy(list), ROLES));
      }),
    );
  });

  it("a delegate helps exactly as their lender would, where the lender is away", () => {
    const own = approvalState(signedBy([approval(CLEO, digest), approval(PIA, digest)]), ROLES);
    const lent = approvalState(signedBy([acting(CLEO, "change-board"), approval(PIA, digest)]), ROLES);
    expect(lent.covered.map((each) => each.role)).toEqual(own.covered.map((each) => each.role));
  });
});
