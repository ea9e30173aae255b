import fc from "fast-check";
import { expect, it } from "vitest";
import { SEVERITIES } from "./model";
import { DEFAULT_INCIDENT_POLICY as policy } from "./policy";
import { nextUpdateAt, updateOwner, updateReminder } from "./update-timer";

const NOW = new Date("2026-01-01T12:00:00Z");
const later = (minutes: number, ms = 0) => new Date(NOW.getTime() + minutes * 60_000 + ms);

it.each([
  ["sev1", 30],
  ["sev2", 60],
  ["sev3", 240],
] as const)("an update of a %s is owed every %i minutes", (severity, minutes) => {
  expect(nextUpdateAt(severity, policy, NOW)).toEqual(later(minutes));
});

it.each([
  [later(0, -1), 0],
  [later(0), 1],
  [later(29, 59_999), 1],
  [later(30), 2],
  [later(90), 4],
])("of a Sev1 that owed one at noon, at %s it is reminder %i", (at, reminder) => {
  expect(updateReminder(NOW, "sev1", policy, at)).toBe(reminder);
});

it("reminders are counted without gaps: within one interval there is exactly one more", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SEVERITIES), fc.integer({ min: -600_000, max: 1e9 }), (severity, ms) => {
      const intervalMs = policy.updateEveryMinutes[severity] * 60_000;
      const count = (elapsed: number) => updateReminder(NOW, severity, policy, new Date(NOW.getTime() + elapsed));
      expect(count(ms + intervalMs) - count(ms)).toBe(ms < 0 ? (ms + intervalMs < 0 ? 0 : 1) : 1);
    }),
  );
});

it.each([
  [[], null],
  [["scribe", "operations"], null],
  [["scribe", "commander"], "commander"],
  [["commander", "communications"], "communications"],
] as const)("with the roles %j held, updates are owed by the one in role %s", (roles, owner) => {
  expect(updateOwner(roles.map((role) => ({ role, personId: role })))).toBe(owner);
});
