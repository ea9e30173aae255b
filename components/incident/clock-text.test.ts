import { expect, it } from "vitest";
import { clockText } from "./clock-text";

it.each([
  [0, "00:00"],
  [59, "00:59"],
  [249, "04:09"],
  [3600, "1:00:00"],
  [86_399, "23:59:59"],
  [86_400, "1 d 00:00:00"],
  [176_649, "2 d 01:04:09"],
])("shows %i seconds as %s", (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});
