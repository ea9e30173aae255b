import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/core/access";
import { type MatrixRule, requiredRolesAt, requireSigningRoles } from "./matrix";

const place = { environmentId: "production", serviceId: "checkout" };
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const rule = (role: Role, differences: Partial<MatrixRule> = {}): MatrixRule => ({
  environmentId: "production",
  serviceId: null,
  role,
  requiresTraining: null,
  validFrom: day("2026-01-01"),
  validUntil: null,
  ...differences,
});
const rolesAt = (rules: MatrixRule[], at: string) =>
  requiredRolesAt(rules, place, new Date(at)).map(({ role }) => role);

describe("requiredRolesAt", () => {
  it.each([
    ["the millisecond before it begins", "2026-02-28T22:59:59.999Z", []],
    ["the instant at which it begins", "2026-02-28T23:00:00Z", ["change-board"]],
    ["the millisecond before it ends", "2026-03-29T00:59:59.999Z", ["change-board"]],
    ["the instant at which it ends", "2026-03-29T01:00:00Z", []],
  ])("a rule holds from its first instant until before its last: %s", (_, at, roles) => {
    const validFrom = new Date("2026-02-28T23:00:00Z");
    const rules = [rule("change-board", { validFrom, validUntil: new Date("2026-03-29T01:00:00Z") })];
    expect(rolesAt(rules, at)).toEqual(roles);
  });

  it("rules of the service replace those of the environment while any is in force, and no longer", () => {
    const own = { serviceId: "checkout", validFrom: day("2026-02-01"), validUntil: day("2026-03-01") };
    const rules = [rule("change-board"), rule("sre-on-call"), rule("product-owner", own)];
    expect(rolesAt(rules, "2026-01-15T00:00:00Z")).toEqual(["sre-on-call", "change-board"]);
    expect(rolesAt(rules, "2026-02-01T00:00:00Z")).toEqual(["product-owner"]);
    expect(rolesAt(rules, "2026-03-01T00:00:00Z")).toEqual(["sre-on-call", "change-board"]);
  });

  it("rules of other services and environments say nothing here", () => {
    const rules = [rule("change-board", { serviceId: "cli" }), rule("sre-on-call", { environmentId: "staging" })];
    expect(rolesAt(rules, "2026-02-01T00:00:00Z")).toEqual([]);
  });

  it("one that was called off before it began never holds", () => {
    const validUntil = day("2026-01-01");
    expect(rolesAt([rule("change-board", { validUntil })], "2026-01-01T00:00:00Z")).toEqual([]);
  });

  it("tells the training that a role asks for", () => {
    const rules = [rule("change-board", { requiresTraining: "Production change" })];
    const required = requiredRolesAt(rules, place, day("2026-02-01"));
    expect(required).toEqual([{ role: "change-board", requiresTraining: "Production change" }]);
  });

  it("never depends on the order of the rules, nor names a role twice", () => {
    const hours = fc.integer({ min: 0, max: 20 }).map((hour) => new Date(Date.UTC(2026, 2, 28, hour)));
    const any = fc.record({
      role: fc.constantFrom<Role>("change-board", "sre-on-call", "product-owner"),
      serviceId: fc.constantFrom(null, "checkout", "cli"),
      validFrom: hours,
      validUntil: fc.option(hours),
    });
    const lists = fc
      .array(any, { maxLength: 8 })
      .map((list) => list.map((each) => rule(each.role, each)))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, hours, ([list, shuffled], at) => {
        const roles = requiredRolesAt(list, place, at);
        expect(requiredRolesAt(shuffled, place, at)).toEqual(roles);
        expect(new Set(roles.map(({ role }) => role)).size).toBe(roles.length);
      }),
    );
  });
});

it("a role whose holders may not sign cannot be required", () => {
  expect(() => requireSigningRoles(["change-board", "admin", "viewer"])).toThrow(
    "admin, viewer may not sign releases; choose among release-engineer",
  );
  expect(() => requireSigningRoles(["change-board", "sre-on-call"])).not.toThrow();
});
