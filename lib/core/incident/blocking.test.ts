import { describe, expect, it } from "vitest";
import type { WaiverFact } from "../gate/facts";
import { DEFAULT_POLICY } from "../policy/default";
import type { Policy } from "../policy/model";
import { type BlockingFacts, blocksRelease } from "./blocking";
import { ENDED_STATES, isOpen } from "./model";

const WAIVER: WaiverFact = {
  id: "w1",
  checkId: "incidents.open",
  finding: null,
  releaseId: "r1",
  expiresAt: "2026-01-02T00:00:00Z",
  grantedAt: "2026-01-01T00:00:00Z",
  grantedBy: { kind: "person", id: "p1", name: "Chris Board", email: "chris@example.com" },
  grantedRole: "change-board",
  revokedAt: null,
  supersededById: null,
};
const check = DEFAULT_POLICY.checks["incidents.open"];
if (!check) throw new Error("the default policy does not ask for incidents");
const withCheck = (change: Partial<typeof check>): Policy => ({
  ...DEFAULT_POLICY,
  checks: { ...DEFAULT_POLICY.checks, "incidents.open": { ...check, ...change } },
});
const facts = (change: Partial<BlockingFacts> = {}): BlockingFacts => ({
  incident: { id: "i1", severity: "sev1", state: "mitigating" },
  releaseId: "r1",
  policy: DEFAULT_POLICY,
  waivers: [],
  at: new Date("2026-01-01T12:00:00Z"),
  ...change,
});

describe("an open Sev1 blocks a release of its service", () => {
  it.each<[string, Partial<BlockingFacts>]>([
    ["by the default policy", {}],
    ["where no policy is in force", { policy: null }],
    ["although a waiver of another check is there", { waivers: [{ ...WAIVER, checkId: "rehearsal.fresh" }] }],
    ["although another release has a waiver", { waivers: [{ ...WAIVER, releaseId: "r2" }] }],
    ["although another incident has a waiver", { waivers: [{ ...WAIVER, finding: "i2" }] }],
    ["although a waiver has run out", { at: new Date("2026-01-02T00:00:00Z"), waivers: [WAIVER] }],
    [
      "although a waiver was there until it was revoked",
      { waivers: [{ ...WAIVER, revokedAt: "2026-01-01T01:00:00Z" }] },
    ],
    [
      "although a waiver is there, where none is accepted",
      { policy: withCheck({ waivable: false }), waivers: [WAIVER] },
    ],
    [
      "although a waiver is there, where all are disallowed",
      { policy: { ...DEFAULT_POLICY, disallowWaivers: true }, waivers: [WAIVER] },
    ],
  ])("%s", (_, change) => {
    expect(blocksRelease(facts(change))).toBe(true);
  });
});

describe("it does not", () => {
  it.each<[string, Partial<BlockingFacts>]>([
    ["where the policy does not ask for it", { policy: withCheck({ enabled: false }) }],
    ["where the policy only advises", { policy: withCheck({ blocking: false }) }],
    ["while a waiver of this release covers it", { waivers: [WAIVER] }],
    ["while a waiver of this very incident covers it", { waivers: [{ ...WAIVER, finding: "i1" }] }],
    ["while a waiver of the whole service covers it", { waivers: [{ ...WAIVER, releaseId: null }] }],
    ["as a Sev2", { incident: { id: "i1", severity: "sev2", state: "declared" } }],
  ])("%s", (_, change) => {
    expect(blocksRelease(facts(change))).toBe(false);
  });

  it.each(ENDED_STATES.filter((state) => !isOpen(state)))("once it is %s", (state) => {
    expect(blocksRelease(facts({ incident: { id: "i1", severity: "sev1", state } }))).toBe(false);
  });
});
