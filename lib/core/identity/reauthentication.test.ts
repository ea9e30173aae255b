import { expect, it } from "vitest";
import { reauthenticationFault } from "./reauthentication";

const requestedAt = new Date("2026-03-29T00:59:00Z");
const after = (seconds: number) => new Date(requestedAt.getTime() + seconds * 1000);
const authTime = (seconds: number) => Math.floor(requestedAt.getTime() / 1000) + seconds;

it.each([
  ["signed in 20 s after being asked, seen at once", 20, 21, null],
  ["signed in within the second of being asked", 0, 1, null],
  ["signed in two minutes ago, to the second", 5, 125, null],
  ["signed in a second longer ago than that", 5, 126, "not-fresh"],
  ["an old session of the provider, no new sign-in", -60, 20, "not-fresh"],
  ["a provider's clock that is a little behind", -25, 5, null],
  ["a provider's clock that is a little ahead", 30, 5, null],
  ["a time in the future", 60, 5, "not-fresh"],
  ["asked for more than ten minutes ago", 590, 601, "expired"],
  ["asked for in the future", 0, -1, "expired"],
])("%s", (_, authenticated, now, fault) => {
  expect(reauthenticationFault(authTime(authenticated), { requestedAt, now: after(now) })).toBe(fault);
});

it.each([undefined, null, "1774746000", Number.NaN, {}])("a missing or unreadable time (%j) is no proof", (time) => {
  expect(reauthenticationFault(time, { requestedAt, now: after(5) })).toBe("not-fresh");
});
