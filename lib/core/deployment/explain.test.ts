import { expect, it } from "vitest";
import { explainingBar } from "./explain";

const person = { id: "p1", name: "Dana Dev", email: "dana@example.com" };
const pipeline = { kind: "token" as const, id: "t1", name: "Dana Dev", email: null };

it.each([
  ["the deployer's address, however it is written", "DANA@example.com", "You deployed this"],
  ["the deployer's name", "dana dev", "You deployed this"],
  ["somebody else's address", "kenji@example.com", null],
  ["a login that tells nothing", "octocat", null],
  ["nobody", null, null],
])("whoever deployed does not explain: %s", (_, deployedBy, bar) => {
  const found = explainingBar(person, { deployedBy, reportedBy: pipeline });
  expect(found).toEqual(bar === null ? null : expect.stringContaining(bar));
});

it("a person who reported it does not explain it, a token of that name is nobody", () => {
  const reportedBy = { ...person, kind: "person" as const };
  expect(explainingBar(person, { deployedBy: null, reportedBy })).toContain("You reported");
  expect(explainingBar({ ...person, id: "p2", email: "x@example.com" }, { deployedBy: null, reportedBy })).toBeNull();
});
