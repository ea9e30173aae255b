import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DORA_BANDS, DORA_KEYS } from "./dora";
import { bandOf } from "./dora-bands";
import { doraKeysOf } from "./dora-keys";
import { DORA_TEXTS } from "./dora-texts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

describe("the bands of DORA's keys", () => {
  it.each([
    [1.0001, "elite"],
    [1, "high"],
    [1 / 7, "high"],
    [1 / 7 - 1e-9, "medium"],
    [1 / 30, "medium"],
    [1 / 30 - 1e-9, "low"],
    [0, "low"],
  ])("put %d deployments a day into %s", (value, band) => {
    expect(bandOf("deploymentFrequency", value)).toBe(band);
  });

  it.each([
    [0, "elite"],
    [DAY - 1, "elite"],
    [DAY, "high"],
    [7 * DAY, "high"],
    [7 * DAY + 1, "medium"],
    [30 * DAY, "medium"],
    [30 * DAY + 1, "low"],
  ])("put a lead time of %d seconds into %s", (value, band) => {
    expect(bandOf("leadTime", value)).toBe(band);
  });

  it.each([
    [0, "elite"],
    [0.05, "elite"],
    [0.0501, "high"],
    [0.1, "high"],
    [0.1001, "medium"],
    [0.15, "medium"],
    [0.1501, "low"],
    [1, "low"],
  ])("put a change failure rate of %d into %s", (value, band) => {
    expect(bandOf("changeFailureRate", value)).toBe(band);
  });

  it.each([
    [HOUR - 1, "elite"],
    [HOUR, "high"],
    [DAY - 1, "high"],
    [DAY, "medium"],
    [7 * DAY, "medium"],
    [7 * DAY + 1, "low"],
  ])("put a recovery of %d seconds into %s", (value, band) => {
    expect(bandOf("recoveryTime", value)).toBe(band);
  });

  it("never get worse as the value gets better", () => {
    const place = (key: (typeof DORA_KEYS)[number], value: number) => DORA_BANDS.indexOf(bandOf(key, value));
    const value = fc.double({ min: 0, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...DORA_KEYS), value, value, (key, one, other) => {
        const [small, large] = one < other ? [one, other] : [other, one];
        const isMoreBetter = key === "deploymentFrequency";
        expect(place(key, isMoreBetter ? large : small)).toBeLessThanOrEqual(place(key, isMoreBetter ? small : large));
      }),
    );
  });

  it("are each explained in words", () => {
    for (const key of DORA_KEYS) {
      expect(Object.keys(DORA_TEXTS[key].bands)).toEqual([...DORA_BANDS]);
      expect(new Set(Object.values(DORA_TEXTS[key].bands)).size).toBe(4);
    }
  });
});

describe("DORA's keys of a period", () => {
  const none = { releases: 0, failed: 0, rate: null };
  const nothing = {
    deployments: 0,
    days: 90,
    medianLeadTimeSeconds: null,
    changeFailures: none,
    recoveriesSeconds: [],
  };
  const unknown = { value: null, band: null };

  it("say nothing of what was not measured, which is not 0", () => {
    expect(doraKeysOf(nothing)).toEqual({
      deploymentFrequency: { value: 0, band: "low" },
      leadTime: unknown,
      changeFailureRate: unknown,
      recoveryTime: unknown,
    });
    expect(doraKeysOf({ ...nothing, days: 0 }).deploymentFrequency).toEqual(unknown);
  });

  it("are a rate a day, a median, a share and a median", () => {
    const keys = doraKeysOf({
      ...{ deployments: 45, days: 90, medianLeadTimeSeconds: DAY },
      changeFailures: { releases: 40, failed: 2, rate: 0.05 },
      recoveriesSeconds: [3 * HOUR, HOUR, 2 * DAY, 2 * HOUR],
    });
    expect(keys).toEqual({
      deploymentFrequency: { value: 0.5, band: "high" },
      leadTime: { value: DAY, band: "high" },
      changeFailureRate: { value: 0.05, band: "elite" },
      recoveryTime: { value: 2.5 * HOUR, band: "high" },
    });
  });
});
