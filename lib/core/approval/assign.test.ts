import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "@/lib/core/access";
import { assignApprovers, type Signer } from "./assign";

const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 4 });
const signer = fc.record({ personId: fc.constantFrom("p1", "p2", "p3", "p4", "p5"), roles });
const signers = fc.uniqueArray(signer, { selector: ({ personId }) => personId, maxLength: 5 });

/** The most roles that can be covered, by trying every assignment. */
function mostCovered(required: readonly Role[], people: readonly Signer[]): number {
  const [role, ...others] = required;
  if (role === undefined) return 0;
  const takers = people.filter((person) => person.roles.includes(role));
  const withTaker = takers.map((taker) => {
    const rest = people.filter((person) => person !== taker);
    return 1 + mostCovered(others, rest);
  });
  return Math.max(mostCovered(others, people), ...withTaker);
}

describe("assignApprovers", () => {
  it("covers as many roles as any assignment of distinct people could", () => {
    fc.assert(
      fc.property(roles, signers, (required, people) => {
        expect(assignApprovers(required, people).covered.size).toBe(mostCovered(required, people));
      }),
      { numRuns: 500 },
    );
  });

  it("never lets one person cover two roles, nor a role that they do not hold", () => {
    fc.assert(
      fc.property(roles, signers, (required, people) => {
        const { covered, missing } = assignApprovers(required, people);
        expect(new Set(covered.values()).size).toBe(covered.size);
        for (const [role, personId] of covered) {
          expect(people.find((person) => person.personId === personId)?.roles).toContain(role);
        }
        expect(new Set([...covered.keys(), ...missing])).toEqual(new Set(required));
      }),
    );
  });

  it("does not depend on the order of signing or of the roles", () => {
    const shuffled = fc
      .tuple(roles, signers)
      .chain(([required, people]) =>
        fc.tuple(
          fc.constant({ required, people }),
          fc.shuffledSubarray(required, { minLength: required.length }),
          fc.shuffledSubarray(people, { minLength: people.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([{ required, people }, otherRoles, otherPeople]) => {
        const one = assignApprovers(required, people);
        const other = assignApprovers(otherRoles, otherPeople);
        expect(new Map([...other.covered].sort())).toEqual(new Map([...one.covered].sort()));
        expect(other.missing).toEqual(one.missing);
      }),
    );
  });

  it("counts a person who is listed twice once, with the roles of both entries", () => {
    const twice: Signer[] = [
      { personId: "p1", roles: ["change-board"] },
      { personId: "p1", roles: ["sre-on-call"] },
    ];
    expect(assignApprovers(["change-board", "sre-on-call"], twice).covered.size).toBe(1);
  });
});
