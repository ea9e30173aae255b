import fc from "fast-check";
import { expect, it } from "vitest";
import { medianOf } from "./median";

it.each([
  { values: [], median: null },
  { values: [4], median: 4 },
  { values: [9, 1, 5], median: 5 },
  { values: [10, 1, 2, 3], median: 2.5 },
])("the median of $values is $median", ({ values, median }) => {
  expect(medianOf(values)).toBe(median);
});

it("a median has as many values on its one side as on the other", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 30 }), (values) => {
      const median = medianOf(values) ?? Number.NaN;
      expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});
