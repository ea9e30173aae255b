import type { Role } from "@/lib/core/access";
import { type ApprovalState, approvalState } from "@/lib/core/approval/state";
import { parseInstant } from "@/lib/core/instant";
import type { Context } from "../context";
import { cureOf, MANIFEST_CURE, manifestCure } from "../cures";
import type { SignatureFact } from "../facts";
import { type Cure, type Frame, fallsShort, type Judgement, notKnown, type Part, passes } from "../judgement";
import { type Known, noFact } from "../known";
import { manifestEvidence } from "./manifest";

/** Every required role is covered by a different person's standing signature of exactly this manifest. */
export function approvalsComplete(context: Context): Judgement {
  const needed = readNeeded(context);
  const { manifest } = context;
  const owner = "approvers";
  const evidence = manifestEvidence(manifest);
  if (!needed.known) {
    const cure = cureOf({ ...needed, unreachable: true }, manifestCure(context));
    return notKnown({ threshold: null, unit: "roles", owner, evidence }, needed, cure);
  }
  const { roles } = needed.value;
  const frame: Frame = { threshold: roles.length, unit: "roles", owner, evidence };
  const state = approvalState(context.facts, roles);
  const observed = state.covered.length;
  if (manifest.known && state.missing.length === 0 && state.rejections.length === 0) return passes(frame, observed);
  const details = manifest.known ? detailsOf(state) : [manifest.reason, ...detailsOf(state)];
  const remedy = state.rejections.length > 0 ? "Have the rejection withdrawn or put a new revision" : askFor(state);
  return fallsShort(
    { ...frame, owner: state.rejections[0]?.role ?? state.missing[0]?.role ?? owner },
    {
      outcome: state.rejections.length > 0 ? "fail" : "missing",
      observed,
      details,
      remedy,
      parts: approvalParts(context, state),
    },
  );
}

/** Signatures that have to be given when the manifest gets a new revision: all of them. */
export function signaturesOfNewRevision(context: Context): Part[] {
  const needed = readNeeded(context);
  if (!needed.known) return approvalsComplete(context).parts;
  const unsigned = { ...context.facts, signatures: { state: "found" as const, value: [] } };
  return signParts(approvalState(unsigned, needed.value.roles));
}

function readNeeded(context: Context): Known<{ roles: Role[]; signatures: SignatureFact[] }> {
  const { requiredRoles, requiredTrainings, signatures, at } = context;
  if (!requiredRoles.known) return requiredRoles;
  if (!requiredTrainings.known) return requiredTrainings;
  if (requiredRoles.value.length === 0)
    return noFact("missing", "no role is required to sign; the approval matrix is empty");
  if (!signatures.known) return signatures;
  const ahead = signatures.value.find(({ signedAt }) => (parseInstant(signedAt) ?? at) > at);
  if (ahead) return noFact("error", `a signature of ${ahead.name} is dated in the future (${ahead.signedAt})`);
  return { known: true, value: { roles: requiredRoles.value, signatures: signatures.value } };
}

function detailsOf(state: ApprovalState): string[] {
  return [
    ...state.rejections.map(({ name, role, reason }) => `rejected by ${name} as ${role}${reason ? `: ${reason}` : ""}`),
    ...state.missing.map(({ role }) => `${role} has not signed`),
    ...state.ignored.map(({ name, why }) => `the signature of ${name.trim() || "nobody"} does not count: ${why}`),
  ];
}

function askFor(state: ApprovalState): string {
  return `Have the current manifest signed by ${state.missing.map(({ role }) => role).join(", ")}`;
}

function approvalParts(context: Context, state: ApprovalState): Part[] {
  const withdrawals = state.rejections.map(({ personId, name, role }): Part => {
    const action = `Withdraw the rejection of ${name.trim() || "an unnamed person"} as ${role}`;
    const withdraw: Cure = {
      key: `withdraw:${personId}:${role}`,
      action,
      owner: role,
      people: name.trim() ? [name] : [],
    };
    return { finding: `rejection by ${personId}`, cures: [withdraw, manifestCure(context)] };
  });
  const unsigned = context.manifest.known ? [] : [{ finding: MANIFEST_CURE, cures: [manifestCure(context)] }];
  return [...unsigned, ...withdrawals, ...signParts(state)];
}

function signParts(state: ApprovalState): Part[] {
  return state.missing.map(({ role, candidates }) => ({
    finding: role,
    cures: [
      {
        key: `sign:${role}`,
        action: `Sign as ${role}`,
        owner: role,
        people: [...new Set(candidates.map(({ name }) => name))],
      },
    ],
  }));
}
