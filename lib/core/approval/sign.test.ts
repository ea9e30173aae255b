import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/core/errors";
import type { DelegatedRole } from "@/lib/core/gate/facts";
import { approver, approvingFacts, CLEO, manifestFact, ROSA, SAM, secondsAgo } from "@/lib/core/testing/facts";
import { approvalRoles, planSignature, type SignatureRequest } from "./sign";
import { signingStanding } from "./standing";

const facts = approvingFacts();
const required = ["sre-on-call", "product-owner", "change-board"] as const;

function request(differences: Partial<SignatureRequest> = {}): SignatureRequest {
  return {
    facts,
    required,
    signer: CLEO,
    manifestDigest: manifestFact().digest,
    decision: "approve",
    role: "change-board",
    printedName: "cleo change",
    ...differences,
  };
}
const codeOf = (differences: Partial<SignatureRequest>): string | null => {
  try {
    planSignature(request(differences));
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : "not a domain error";
  }
};

it("says in words what an approval means and binds it to the manifest's revision", () => {
  expect(planSignature(request())).toEqual({
    manifestId: "manifest-1",
    meaning:
      "As change-board, I have reviewed the manifest and its evidence and approve the release of service-api 2025.10.01 for production.",
    onBehalfOf: null,
    delegationId: null,
  });
});

describe("a signature is refused", () => {
  const author = { ...CLEO, personId: "ada", name: "Ada Author", email: "ADA@example.test" };
  const creator = approvingFacts({
    release: { ...facts.release, createdBy: { kind: "person", id: "cleo", name: "x", email: null } },
  });
  it.each<[string, Partial<SignatureRequest>, string]>([
    ["of another digest than the current manifest's", { manifestDigest: `sha256:${"0".repeat(64)}` }, "conflict"],
    [
      "when there is no manifest",
      { facts: approvingFacts({ manifest: { state: "missing", reason: "none" } }) },
      "conflict",
    ],
    ["by an author, whatever the case of the e-mail", { signer: author, printedName: "Ada Author" }, "forbidden"],
    ["by whoever created the release", { facts: creator }, "forbidden"],
    ["by somebody without the role now", { signer: { ...CLEO, roles: [] } }, "forbidden"],
    ["in a role that the signer does not hold", { role: "sre-on-call" }, "forbidden"],
    [
      "in a held role that does not sign here",
      { signer: { ...CLEO, roles: ["change-board", "admin"] }, role: "admin" },
      "forbidden",
    ],
    ["when no role is required, so that nothing is approved by nobody", { required: [] }, "forbidden"],
    ["under another name", { printedName: "Somebody Else" }, "invalid"],
    ["as a rejection without a reason", { decision: "reject", reason: "  " }, "invalid"],
  ])("%s", (_, differences, code) => {
    expect(codeOf(differences)).toBe(code);
  });
});

it("tells people why they may not sign", () => {
  expect(signingStanding(facts, required, ROSA).bar).toContain("You hold none of the roles");
  expect(signingStanding(facts, required, { ...CLEO, email: "ada@example.test" }).bar).toBe(
    "You authored this release.",
  );
  const authorities = [{ role: "change-board", onBehalfOf: null }];
  expect(signingStanding(facts, required, CLEO)).toEqual({ bar: null, authorities, barred: [] });
});

describe("on behalf of somebody who is away", () => {
  const { personId, name, email } = CLEO;
  const from = { personId, name, email };
  const lent: DelegatedRole = { role: "change-board", from, until: secondsAgo(-60), delegationId: "delegation-1" };
  const vic = { ...approver("vic", "Vic Viewer", "viewer"), delegated: [lent] };
  const acting = { signer: vic, printedName: "Vic Viewer", onBehalfOf: personId };

  it("a role that is lent is signed in, and the signature says for whom", () => {
    expect(planSignature(request(acting))).toEqual({
      manifestId: "manifest-1",
      meaning: expect.stringContaining("As change-board on behalf of Cleo Change, I have reviewed"),
      onBehalfOf: from,
      delegationId: "delegation-1",
    });
  });

  const cleosWork = approvingFacts({
    release: { ...facts.release, createdBy: { kind: "person", id: "cleo", name: "x", email: null } },
  });
  it.each<[string, Partial<SignatureRequest>, string]>([
    ["in the name of nobody, as if the role were one's own", { ...acting, onBehalfOf: undefined }, "You cannot sign"],
    ["for somebody who lent nothing", { ...acting, onBehalfOf: SAM.personId }, "on behalf of this person"],
    ["in another role than the one that is lent", { ...acting, role: "sre-on-call" }, "You cannot sign as sre-on-call"],
    ["for somebody whose own work it is", { ...acting, facts: cleosWork }, "Cleo Change, who created this release"],
    ["for oneself", { onBehalfOf: personId }, "on behalf of this person"],
    [
      "by a delegate whose own work it is",
      { ...acting, signer: { ...vic, email: "ada@example.test" } },
      "You authored this release.",
    ],
  ])("is refused %s", (_, differences, message) => {
    expect(() => planSignature(request(differences))).toThrow(message);
  });
});

describe("a role that asks for a training", () => {
  const training = "Production change";
  const asking = approvingFacts({ requiredTrainings: [{ role: "change-board", training }] });
  const lapse = "training 'Production change' expired on 3 Oct 2025";
  it("is not signed in by somebody without it, nor by somebody of whom nothing is known", () => {
    const expired = { ...CLEO, trainings: [{ training, lapse }] };
    expect(() => planSignature(request({ facts: asking, signer: expired }))).toThrow(
      "Your training 'Production change' expired on 3 Oct 2025; ask an admin to record a new one.",
    );
    expect(() => planSignature(request({ facts: asking }))).toThrow("is not on record; ask an admin");
  });

  it("is signed in by who has it, and others are signed in without", () => {
    const trained = { ...CLEO, trainings: [{ training: "production CHANGE", lapse: null }] };
    expect(planSignature(request({ facts: asking, signer: trained })).manifestId).toBe("manifest-1");
    const sam = { signer: SAM, printedName: SAM.name, role: "sre-on-call" } as const;
    expect(planSignature(request({ facts: asking, ...sam })).manifestId).toBe("manifest-1");
  });

  it("says of the role that was asked for why not, though another could be signed in", () => {
    const both = { ...approver("bo", "Bo Both", "change-board", "sre-on-call"), trainings: [{ training, lapse }] };
    const asBoard = { facts: asking, signer: both, printedName: both.name };
    expect(() => planSignature(request(asBoard))).toThrow("expired on 3 Oct 2025");
    expect(planSignature(request({ ...asBoard, role: "sre-on-call" })).manifestId).toBe("manifest-1");
  });
});

it("takes the roles from the policy where it names them, else from the matrix, else none", () => {
  expect(approvalRoles(null, facts)).toEqual(["sre-on-call", "product-owner", "change-board"]);
  expect(approvalRoles(null, { requiredRoles: { state: "error", reason: "down" } })).toEqual([]);
});
