import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/core/errors";
import { approvingFacts, CLEO, manifestFact, ROSA } from "@/lib/core/testing/facts";
import { approvalRoles, planSignature, type SignatureRequest, signingStanding } from "./sign";

const facts = approvingFacts();
const required = ["sre-on-call", "product-owner", "change-board"] as const;
const cleo = { id: CLEO.personId, name: CLEO.name, email: CLEO.email ?? "", rolesNow: CLEO.roles };

function request(differences: Partial<SignatureRequest> = {}): SignatureRequest {
  return {
    facts,
    required,
    signer: cleo,
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
  });
});

describe("a signature is refused", () => {
  const author = { ...cleo, id: "ada", name: "Ada Author", email: "ADA@example.test" };
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
    ["by somebody without the role now", { signer: { ...cleo, rolesNow: [] } }, "forbidden"],
    ["in a role that the signer does not hold", { role: "sre-on-call" }, "forbidden"],
    [
      "in a held role that does not sign here",
      { signer: { ...cleo, rolesNow: ["change-board", "admin"] }, role: "admin" },
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
  const rosa = { id: ROSA.personId, name: ROSA.name, email: "", rolesNow: ROSA.roles };
  expect(signingStanding(facts, required, rosa).bar).toContain("You hold none of the roles");
  expect(signingStanding(facts, required, { ...cleo, email: "ada@example.test" }).bar).toBe(
    "You authored this release.",
  );
  expect(signingStanding(facts, required, cleo)).toEqual({ bar: null, roles: ["change-board"] });
});

it("takes the roles from the policy where it names them, else from the matrix, else none", () => {
  expect(approvalRoles(null, facts)).toEqual(["sre-on-call", "product-owner", "change-board"]);
  expect(approvalRoles(null, { requiredRoles: { state: "error", reason: "down" } })).toEqual([]);
});
