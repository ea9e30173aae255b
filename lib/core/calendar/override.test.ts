import { describe, expect, it } from "vitest";
import { releaseParties } from "@/lib/core/approval/parties";
import type { CalendarFact } from "@/lib/core/gate/facts";
import { approvingFacts, CLEO, NOW, PIA, secondsAgo } from "@/lib/core/testing/facts";
import { planOverride } from "./override";
import { freezesFor, windowsFor } from "./scope";

const freeze: CalendarFact = {
  id: "freeze-1",
  kind: "freeze",
  name: "Quarter end",
  reason: "The books are closed",
  environment: null,
  service: null,
  timeZone: "Europe/Berlin",
  rule: { repeats: "once", start: "2025-09-29T00:00", end: "2025-10-02T08:00" },
  validFrom: "2025-09-01T00:00:00Z",
  validUntil: null,
  overridableBy: ["change-board"],
};
const place = { service: "service-api", environment: "production" };
const granter = { id: CLEO.personId, name: CLEO.name, email: CLEO.email, roles: CLEO.roles };
const request = (more: Partial<Parameters<typeof planOverride>[0]> = {}) =>
  planOverride({
    freeze,
    place,
    expiresAt: null,
    at: NOW,
    granter,
    parties: releaseParties(approvingFacts()),
    ...more,
  });

describe("overriding a freeze", () => {
  it("lasts until the freeze ends, unless it is to end sooner", () => {
    expect(request()).toMatchObject({ expiresAt: new Date("2025-10-02T06:00:00Z"), grantedRole: "change-board" });
    const [sooner, end] = [secondsAgo(-60), "2025-10-02T06:00:00Z"];
    expect(request({ expiresAt: sooner }).expiresAt.toISOString()).toBe(sooner);
    expect(request({ expiresAt: end }).expiresAt).toEqual(new Date(end));
  });

  const author = { id: "x", name: "Ada Author", email: "ada@example.test", roles: CLEO.roles };
  it.each([
    ["a window", { freeze: { ...freeze, kind: "window" as const } }, "invalid"],
    ["a freeze of another service", { freeze: { ...freeze, service: "cli" } }, "invalid"],
    ["a freeze of another environment", { freeze: { ...freeze, environment: "eu" } }, "invalid"],
    ["a freeze that is not in force", { at: new Date("2025-10-02T06:00:00Z") }, "conflict"],
    ["one that nobody may override", { freeze: { ...freeze, overridableBy: [] } }, "forbidden"],
    ["without the role", { granter: { ...granter, roles: PIA.roles } }, "forbidden"],
    ["by the author", { granter: author }, "forbidden"],
    ["by nobody", { granter: { ...granter, name: " " } }, "forbidden"],
    ["for longer than the freeze", { expiresAt: "2025-10-02T06:00:01Z" }, "invalid"],
    ["for no time", { expiresAt: secondsAgo(0) }, "invalid"],
    ["until a time that cannot be read", { expiresAt: "tomorrow" }, "invalid"],
  ])("is refused for or as %s", (_, more, code) => {
    expect(() => request(more)).toThrow(expect.objectContaining({ code }));
  });
});

describe("what concerns a rollout", () => {
  const window: CalendarFact = { ...freeze, kind: "window", overridableBy: [] };
  const ids = (found: { fact: CalendarFact }[]) => found.map(({ fact }) => fact.id);

  it("a service's own windows replace those of the environment, while they are valid", () => {
    const own = { ...window, id: "own", service: "service-api" };
    expect(ids(windowsFor([window, own], place, NOW))).toEqual(["own"]);
    expect(ids(windowsFor([window, { ...own, validUntil: secondsAgo(0) }], place, NOW))).toEqual(["freeze-1"]);
    expect(ids(windowsFor([window, { ...own, service: "cli" }], place, NOW))).toEqual(["freeze-1"]);
  });

  it("every freeze concerns it, of the service and of the environment", () => {
    const own = { ...freeze, id: "own", service: "service-api", environment: "production" };
    expect(ids(freezesFor([freeze, own, window, { ...own, id: "x", environment: "eu" }], place, NOW))).toEqual([
      "freeze-1",
      "own",
    ]);
  });
});
