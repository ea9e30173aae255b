import { describe, expect, it } from "vitest";
import { approver } from "@/lib/core/testing/facts";
import { type Delegation, type DelegationRequest, delegatedTo, delegationState, requireDelegable } from "./delegation";

const START = new Date("2026-10-24T22:00:00Z");
const END = new Date("2026-10-31T23:00:00Z");
const justBefore = (at: Date) => new Date(at.getTime() - 1);
const lent = (differences: Partial<Delegation> = {}): Delegation => ({
  id: "d1",
  fromId: "chris",
  toId: "dana",
  role: "change-board",
  startsAt: START,
  endsAt: END,
  revokedAt: null,
  ...differences,
});
const chris = approver("chris", "Chris Board", "change-board", "viewer");
const people = new Map([[chris.personId, chris]]);
const actsAs = (delegations: Delegation[], at: Date, known = people) =>
  delegatedTo("dana", delegations, known, at).map(({ role, from }) => `${role} for ${from.name}`);

describe("delegationState", () => {
  it.each([
    ["the millisecond before it starts", justBefore(START), "planned"],
    ["the instant at which it starts", START, "in-force"],
    ["the millisecond before it ends", justBefore(END), "in-force"],
    ["the instant at which it ends", END, "ended"],
  ])("%s", (_, at, state) => {
    expect(delegationState(lent(), at)).toBe(state);
    expect(delegationState(lent({ revokedAt: START }), at)).toBe("revoked");
  });
});

describe("delegatedTo", () => {
  it("gives the role while the delegation stands, and tells until when", () => {
    expect(actsAs([lent()], START)).toEqual(["change-board for Chris Board"]);
    expect(delegatedTo("dana", [lent()], people, START)[0]?.until).toBe(END.toISOString());
    expect(actsAs([lent()], END)).toEqual([]);
    expect(actsAs([lent({ revokedAt: justBefore(START) })], START)).toEqual([]);
  });

  it("gives nothing that the lender does not hold of their own now, so that nothing is lent on", () => {
    expect(actsAs([lent({ role: "sre-on-call" })], START)).toEqual([]);
    expect(actsAs([lent()], START, new Map())).toEqual([]);
    const onlyLent = new Map([["chris", { ...chris, roles: [], delegated: delegatedTo("chris", [], people, START) }]]);
    expect(actsAs([lent()], START, onlyLent)).toEqual([]);
  });

  it("gives nothing to anybody else", () => {
    expect(delegatedTo("eve", [lent()], people, START)).toEqual([]);
  });
});

describe("requireDelegable", () => {
  const NOW = new Date("2026-10-20T00:00:00Z");
  const days = (count: number) => new Date(START.getTime() + count * 86_400_000);
  const request = (differences: Partial<DelegationRequest> = {}): DelegationRequest => ({
    role: "change-board",
    from: { id: "chris", rolesNow: ["change-board"] },
    toId: "dana",
    startsAt: START,
    endsAt: END,
    others: [],
    now: NOW,
    ...differences,
  });

  it("lets a held role be lent for up to 90 days to the second, across a change of the clocks", () => {
    expect(() => requireDelegable(request())).not.toThrow();
    expect(() => requireDelegable(request({ endsAt: days(90) }))).not.toThrow();
    expect(() => requireDelegable(request({ endsAt: new Date(days(90).getTime() + 1) }))).toThrow("at most 90 days");
  });

  it.each<[string, Partial<DelegationRequest>, string]>([
    ["to oneself", { toId: "chris" }, "must be somebody else"],
    ["a role that cannot sign", { role: "admin" }, "may not sign"],
    ["a role that one does not hold of one's own", { role: "sre-on-call" }, "hold yourself"],
    ["for a time that is over", { endsAt: NOW }, "is in the past"],
    ["that ends when it starts", { endsAt: START }, "after the start"],
    ["twice to the same person at a time", { others: [lent({ endsAt: days(1) })] }, "in that time already"],
  ])("refuses to lend %s", (_, differences, message) => {
    expect(() => requireDelegable(request(differences))).toThrow(message);
  });

  it("lets it be lent anew after it ended or was taken back, and to somebody else", () => {
    const others = [lent({ endsAt: START }), lent({ revokedAt: NOW }), lent({ toId: "eve" }), lent({ startsAt: END })];
    expect(() => requireDelegable(request({ others: others.map((each) => ({ ...each })) }))).not.toThrow();
  });
});
