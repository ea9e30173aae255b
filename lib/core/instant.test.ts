import { expect, it } from "vitest";
import { parseInstant } from "./instant";

it.each([
  ["2025-10-01T12:00:00Z", "2025-10-01T12:00:00.000Z"],
  ["2025-10-01T12:00:00.5+02:00", "2025-10-01T10:00:00.500Z"],
  ["2024-02-29T00:00:00-11:00", "2024-02-29T11:00:00.000Z"],
])("reads %s", (text, iso) => {
  expect(parseInstant(text)?.toISOString()).toBe(iso);
});

it.each([
  "2025-10-01T12:00:00",
  "2025-10-01",
  "2025-02-30T12:00:00Z",
  "2025-13-01T12:00:00Z",
  "2025-10-01T24:00:00Z",
  "2025-10-01T12:60:00Z",
  "2025-10-01 12:00:00Z",
  "2025-10-01T12:00:00+25:00",
  "tomorrow",
  "",
  " 2025-10-01T12:00:00Z",
  1_759_320_000,
  null,
])("guesses nothing: %j is no instant", (text) => {
  expect(parseInstant(text)).toBeNull();
});
