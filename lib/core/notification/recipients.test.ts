import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/core/access";
import { isNobodysAddress } from "./address";
import { isSubscribed } from "./channel";
import { choicesSchema } from "./choices-schema";
import { stateAfter } from "./delivery";
import { KIND_FACTS } from "./kind-facts";
import { NOTICE_KINDS } from "./kinds";
import { allowedChoices, choiceFor } from "./preference";
import { recipientsOf } from "./recipients";

const member = (personId: string, roles: Role[], disabled = false) => ({ personId, name: personId, roles, disabled });
const MEMBERS = [
  member("d", ["admin"]),
  member("b", ["change-board", "sre-on-call"]),
  member("a", ["change-board"]),
  member("c", ["change-board"], true),
];
const idsOf = (...args: Parameters<typeof recipientsOf> extends [unknown, ...infer R] ? R : never) =>
  recipientsOf(MEMBERS, ...args).map(({ personId }) => personId);

describe("who is told", () => {
  it("everybody who holds one of the roles now, once each, in the order of their ids", () => {
    expect(idsOf({ roles: ["sre-on-call", "change-board"] })).toEqual(["a", "b"]);
  });
  it("those named, and those of the roles with them", () => {
    expect(idsOf({ roles: ["change-board"], people: ["d", "a"] })).toEqual(["a", "b", "d"]);
  });
  it("never who did it, who is disabled, or who is no member", () => {
    expect(idsOf({ roles: ["change-board"] }, ["a"])).toEqual(["b"]);
    expect(idsOf({ people: ["c", "stranger"] })).toEqual([]);
    expect(idsOf({ people: ["a"] }, ["a"])).toEqual([]);
  });
  it("nobody where nobody is meant", () => expect(idsOf({})).toEqual([]));
});

describe("what a person chose", () => {
  it("holds, and the usual holds where nothing was chosen", () => {
    expect(choiceFor({ "release-rejected": "off" }, "release-rejected")).toBe("off");
    for (const kind of NOTICE_KINDS) expect(choiceFor({}, kind)).toBe(KIND_FACTS[kind].usual);
  });
  it("requests for an approval cannot be silenced: an old off is a digest", () => {
    expect(allowedChoices("approval-requested")).toEqual(["immediately", "digest"]);
    expect(choiceFor({ "approval-requested": "off" }, "approval-requested")).toBe("digest");
    for (const kind of NOTICE_KINDS) if (kind !== "approval-requested") expect(allowedChoices(kind)).toContain("off");
  });
  it("names no kind that does not exist", () => {
    expect(choicesSchema.safeParse({ "release-summary": "digest" }).success).toBe(true);
    expect(choicesSchema.safeParse({ gossip: "off" }).success).toBe(false);
    expect(choicesSchema.safeParse({ "release-summary": "hourly" }).success).toBe(false);
  });
});

describe("a channel", () => {
  const channel = { subscriptions: ["release-summary" as const], serviceId: null, disabledAt: null };
  const news = { kind: "release-summary" as const, serviceId: "shop" };
  it.each([
    ["is told what it subscribed to", channel, news, true],
    ["is not told other kinds", channel, { ...news, kind: "waiver-expiring" as const }, false],
    ["of a service is told of that one", { ...channel, serviceId: "shop" }, news, true],
    ["of a service is not told of another", { ...channel, serviceId: "till" }, news, false],
    [
      "of a service is not told what is of none",
      { ...channel, serviceId: "shop" },
      { ...news, serviceId: null },
      false,
    ],
    ["that is disabled is told nothing", { ...channel, disabledAt: new Date() }, news, false],
  ])("%s", (_, subscriber, notice, told) => expect(isSubscribed(subscriber, notice)).toBe(told));
});

describe("a delivery", () => {
  const later = { kind: "later" as const, reason: "busy" };
  it.each([
    [{ kind: "sent" as const }, 20, "sent"],
    [later, 1, "pending"],
    [later, 19, "pending"],
    [later, 20, "gave_up"],
    [{ kind: "never" as const, reason: "no such box" }, 1, "gave_up"],
    [{ kind: "unready" as const, reason: "no server" }, 1, "failed"],
  ])("that ends with %o at attempt %i is %s", (outcome, attempt, state) => {
    expect(stateAfter(outcome, attempt)).toBe(state);
  });
});

it("addresses of examples belong to nobody", () => {
  const nobodys = [
    "nora@meridian.example",
    "a@example.com",
    "a@mail.example.org",
    "a@b.test",
    "a@localhost",
    "a@X.INVALID",
  ];
  expect(nobodys.filter((each) => !isNobodysAddress(each))).toEqual([]);
  const somebodys = ["a@acme.com", "a@example.co.uk", "a@notexample.com", "example@acme.org", "a@examples.dev"];
  expect(somebodys.filter(isNobodysAddress)).toEqual([]);
});
