import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incidentNumber, incidentReference, SEVERITIES, worstOf } from "./model";

describe("a reference", () => {
  it("leads back to its number, however it is typed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        const reference = incidentReference(number);
        expect([incidentNumber(reference), incidentNumber(` ${reference.toLowerCase()} `)]).toEqual([number, number]);
      }),
    );
  });

  it.each(["INC-0", "INC-07", "INC-", "INC-7x", "7", "INC 7", "INC-1234567890", ""])("is not %j", (text) => {
    expect(incidentNumber(text)).toBeNull();
  });
});

it("the more severe of two is one of them, and neither order nor repetition changes it", () => {
  const drawn = fc.constantFrom(...SEVERITIES);
  fc.assert(
    fc.property(drawn, drawn, (one, other) => {
      const worst = worstOf(one, other);
      expect([one, other]).toContain(worst);
      expect(worstOf(other, one)).toBe(worst);
      expect(SEVERITIES.indexOf(worst)).toBeLessThanOrEqual(SEVERITIES.indexOf(one));
    }),
  );
  expect(worstOf("sev3", "sev1")).toBe("sev1");
});
