import { expect, it } from "vitest";
import { DEFAULT_INCIDENT_POLICY } from "../incident/policy";
import { dueAtFor } from "./due";

it.each([
  ["sev1", "2026-11-04T01:30:00.000Z"],
  ["sev2", "2026-11-19T01:30:00.000Z"],
  ["sev3", "2026-11-19T01:30:00.000Z"],
] as const)(
  "what follows from a %s is due after the policy's days of 24 hours, whatever clocks do",
  (severity, dueAt) => {
    const now = new Date("2026-10-20T01:30:00Z");
    expect(dueAtFor(severity, DEFAULT_INCIDENT_POLICY, now).toISOString()).toBe(dueAt);
  },
);
