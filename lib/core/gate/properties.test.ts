import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import type { Policy } from "@/lib/core/policy/model";
import { BAD_NEWS, type Defect, LOST_LOOKUPS, LOST_PIECES, SOME_WAIVERS } from "@/lib/core/testing/defects";
import {
  approval,
  approver,
  approvingFacts,
  approvingManifest,
  CLEO,
  manifestFact,
  NOW,
  PIA,
  SAM,
  secondsAgo,
  waiver,
} from "@/lib/core/testing/facts";
import { POLICY_CHECK_IDS, type PolicyCheckId } from "./check-ids";
import { evaluateGate } from "./evaluate";
import type { Facts } from "./facts";

const ALL_DEFECTS = [...LOST_LOOKUPS, ...LOST_PIECES, ...BAD_NEWS];
const RANK = { reject: 0, waiver_required: 1, approve: 2 };
const worsened = (facts: Facts, defects: readonly Defect[]) =>
  defects.reduce((all, defect) => defect.apply(all), facts);
const judge = (facts: Facts, policy: Policy = DEFAULT_POLICY) => evaluateGate(policy, facts, NOW);

/** A waiver that excuses a suite from running makes it no required evidence any more: those are left out. */
const someWaivers = fc
  .subarray(SOME_WAIVERS.filter(({ checkId }) => checkId !== "scorecard.suites"))
  .map((value) => approvingFacts({ waivers: { state: "found", value } }));
const someDefects = (defects: Defect[]) => fc.shuffledSubarray(defects, { maxLength: 3 });
/** Policies that leave out some checks; not security, as medium findings lean on its counts, nor the required suites. */
const somePolicy = fc
  .subarray(POLICY_CHECK_IDS.filter((id) => !id.startsWith("security.") && id !== "scorecard.suites"))
  .map((ids) => without(ids));

function without(ids: PolicyCheckId[], change: Partial<Policy["checks"][PolicyCheckId]> = { enabled: false }): Policy {
  const changed = ids.map((id) => [id, { ...DEFAULT_POLICY.checks[id], ...change }]);
  return { ...DEFAULT_POLICY, checks: { ...DEFAULT_POLICY.checks, ...Object.fromEntries(changed) } };
}

describe("the gate, whatever the facts", () => {
  it("never turns a block into an approve when required evidence is removed", () => {
    const lost = someDefects([...LOST_LOOKUPS, ...LOST_PIECES]);
    fc.assert(
      fc.property(someWaivers, someDefects(ALL_DEFECTS), lost, somePolicy, (base, defects, removed, policy) => {
        const before = worsened(base, defects);
        const after = judge(worsened(before, removed), policy).verdict;
        if (after === "approve") expect(judge(before, policy).verdict).toBe("approve");
      }),
      { numRuns: 400 },
    );
  });

  it("blocks for every piece of required evidence that is missing", () => {
    for (const defect of [...LOST_LOOKUPS, ...LOST_PIECES, ...BAD_NEWS]) {
      expect(judge(defect.apply(approvingFacts())).verdict, defect.name).not.toBe("approve");
    }
  });

  it("is never helped by one more failing check", () => {
    fc.assert(
      fc.property(
        someWaivers,
        someDefects(ALL_DEFECTS),
        fc.constantFrom(...POLICY_CHECK_IDS),
        somePolicy,
        (base, defects, id, policy) => {
          const facts = worsened(base, defects);
          const withCheck = { ...policy, checks: { ...policy.checks, [id]: DEFAULT_POLICY.checks[id] } };
          const withoutCheck = {
            ...policy,
            checks: { ...policy.checks, [id]: { ...DEFAULT_POLICY.checks[id], enabled: false } },
          };
          const verdict = judge(facts, withCheck);
          const added = verdict.checks.find((check) => check.id === id);
          if (!added || added.outcome === "pass") return;
          expect(RANK[verdict.verdict]).toBeLessThanOrEqual(RANK[judge(facts, withoutCheck).verdict]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("does not depend on the order of signatures, waivers, approvers or incidents", () => {
    const { digest } = manifestFact();
    const both = approver("bea", "Bea Both", "change-board", "sre-on-call");
    const people = [SAM, PIA, CLEO, both, approver("abe", "Abe All", "change-board", "sre-on-call", "product-owner")];
    const shuffle = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });
    const cases = fc
      .tuple(fc.subarray(people), fc.subarray(SOME_WAIVERS), someDefects(BAD_NEWS))
      .chain(([signers, waivers, defects]) =>
        fc.record({
          one: fc.constant({ signers, waivers }),
          signers: shuffle(signers),
          waivers: shuffle(waivers),
          approvers: shuffle(people),
          defects: fc.constant(defects),
        }),
      );
    const factsOf = (signers: typeof people, waivers: typeof SOME_WAIVERS, approvers: typeof people) =>
      approvingFacts({
        signatures: { state: "found", value: signers.map((person) => approval(person, digest)) },
        waivers: { state: "found", value: waivers },
        approvers,
      });
    fc.assert(
      fc.property(cases, ({ one, signers, waivers, approvers, defects }) => {
        const first = judge(worsened(factsOf(one.signers, one.waivers, people), defects));
        const second = judge(worsened(factsOf(signers, waivers, approvers), defects));
        expect({ ...second, factsDigest: "" }).toEqual({ ...first, factsDigest: "" });
      }),
    );
  });

  it("lets no signature outlive a changed byte of the manifest", () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => value.trim() === value && value !== "8");
    fc.assert(
      fc.property(text, (to) => {
        const content = approvingManifest({
          configuration_deltas: [{ key: "workers", from: "4", to: to.toWellFormed() }],
        });
        const { signatures } = approvingFacts();
        const revised = judge(
          approvingFacts({ manifest: { state: "found", value: manifestFact(content) }, signatures }),
        );
        expect(revised.verdict).toBe("reject");
        expect(revised.checks.find(({ id }) => id === "approvals.complete")?.observed).toBe(0);
        const forged = { ...manifestFact(), content };
        expect(judge(approvingFacts({ manifest: { state: "found", value: forged }, signatures })).verdict).toBe(
          "reject",
        );
      }),
    );
  });

  it("lets no one actor satisfy two roles, from however many accounts that share an e-mail", () => {
    const { digest } = manifestFact();
    const account = fc.record({ id: fc.string({ maxLength: 4 }), shout: fc.boolean() });
    fc.assert(
      fc.property(fc.array(account, { maxLength: 6 }), (accounts) => {
        const signatures = accounts.map(({ id, shout }) => {
          const all = approver(id, "Abe All", "change-board", "sre-on-call", "product-owner");
          return approval(all, digest, { email: shout ? "ABE@example.test" : "abe@example.test" });
        });
        const verdict = judge(approvingFacts({ signatures: { state: "found", value: signatures } }));
        expect(verdict.verdict).toBe("reject");
        expect(verdict.checks.find(({ id }) => id === "approvals.complete")?.observed).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("never lets an expired waiver cover", () => {
    const expired = fc.integer({ min: 0, max: 90 * 86_400 }).map(secondsAgo);
    fc.assert(
      fc.property(expired, fc.constantFrom(...BAD_NEWS), (expiresAt, defect) => {
        const waivers = SOME_WAIVERS.map((each) => ({ ...each, expiresAt, grantedAt: secondsAgo(91 * 86_400) }));
        const verdict = judge(defect.apply(approvingFacts({ waivers: { state: "found", value: waivers } })));
        expect(verdict.verdict).not.toBe("approve");
        expect(verdict.checks.some(({ waived }) => waived)).toBe(false);
      }),
    );
  });

  it("answers with the same plain JSON for the same input, and names a way out unless it approves", () => {
    fc.assert(
      fc.property(someWaivers, someDefects(ALL_DEFECTS), (base, defects) => {
        const facts = worsened(base, defects);
        const verdict = judge(facts);
        expect(JSON.stringify(judge(structuredClone(facts)))).toBe(JSON.stringify(verdict));
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
        expect(verdict.fixes.length === 0).toBe(verdict.verdict === "approve");
        const blocking = verdict.checks.filter((check) => check.blocking && check.outcome !== "pass" && !check.waived);
        const cleared = new Set(verdict.fixes.flatMap(({ clears }) => clears));
        expect(blocking.filter(({ id }) => !cleared.has(id))).toEqual([]);
      }),
    );
  });

  it("records the digest of exactly the facts that it judged", () => {
    const facts = approvingFacts();
    expect(judge(facts).factsDigest).toBe(digestOf(facts));
    expect(judge({ ...facts, verified: false }).factsDigest).not.toBe(digestOf(facts));
  });

  it("waives only what the policy lets be waived", () => {
    const facts = worsened(
      approvingFacts({ waivers: { state: "found", value: [waiver("performance.p95_ms")] } }),
      BAD_NEWS.slice(2, 3),
    );
    expect(judge(facts).verdict).toBe("approve");
    expect(judge(facts, { ...DEFAULT_POLICY, disallowWaivers: true }).verdict).toBe("reject");
    expect(judge(facts, without(["performance.p95_ms"], { waivable: false })).verdict).toBe("reject");
    expect(judge(facts, without(["performance.p95_ms"], { blocking: false, waivable: false })).verdict).toBe("approve");
  });
});
