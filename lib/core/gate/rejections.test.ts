import { expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import { parsePolicy } from "@/lib/core/policy/parse";
import { approval, approvingFacts, approvingManifest, CLEO, NOW, PIA, SAM } from "@/lib/core/testing/facts";
import { evaluateGate } from "./evaluate";
import type { SignatureFact } from "./facts";
import { blockingRejections } from "./rejections";

const digest = digestOf(approvingManifest());
const reject = approval(PIA, digest, { decision: "reject", reason: "no owner" });

function rejectionsOf(signatures: SignatureFact[], document: object = { enforce_approvals: true }) {
  const policy = parsePolicy(document);
  const facts = approvingFacts({ signatures: { state: "found", value: signatures } });
  return blockingRejections(policy, facts, evaluateGate(policy, facts, NOW)).map(({ name, reason }) => [name, reason]);
}

it("a standing rejection is named with its reason, also when every other role has signed", () => {
  expect(rejectionsOf([approval(SAM, digest), approval(CLEO, digest), reject])).toEqual([[PIA.name, "no owner"]]);
});

it.each([
  ["one that was withdrawn", [{ ...reject, withdrawnAt: "2025-10-01T11:59:00Z" }], undefined],
  ["one of another manifest", [{ ...reject, manifestDigest: `sha256:${"0".repeat(64)}` }], undefined],
  ["a signature that is only missing", [approval(SAM, digest)], undefined],
  ["one where the policy enforces no approvals", [reject], { enforce_approvals: false }],
])("%s keeps nothing from shipping by itself", (_what, signatures, document) => {
  expect(rejectionsOf(signatures, document)).toEqual([]);
});
