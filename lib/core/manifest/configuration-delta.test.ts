import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import { approvingManifest } from "@/lib/core/testing/facts";
import { configurationDeltas, configurationOf } from "./configuration-delta";
import { manifestDigest, parseManifest } from "./parse";

const of = (values: Record<string, string>) => configurationOf(new Map(Object.entries(values)));
const anyConfiguration = fc
  .array(fc.tuple(fc.stringMatching(/^[A-Za-z.]{1,3}$/), fc.string({ maxLength: 3 })))
  .map((entries) => configurationOf(new Map(entries)));

describe("the difference between two configurations", () => {
  it("is what was added, removed and changed, sorted by key", () => {
    const before = of({ WORKERS: "4", REGION: "eu", LEGACY: "on", EMPTY: "" });
    const after = of({ WORKERS: "8", REGION: "eu", ADDED: "", EMPTY: "x" });
    expect(configurationDeltas(before, after)).toEqual([
      { key: "ADDED", from: null, to: "" },
      { key: "EMPTY", from: "", to: "x" },
      { key: "LEGACY", from: "on", to: null },
      { key: "WORKERS", from: "4", to: "8" },
    ]);
  });

  it("leads from the one to the other, and names nothing else", () => {
    fc.assert(
      fc.property(anyConfiguration, anyConfiguration, (before, after) => {
        const values = new Map(before.map(({ key, value }) => [key, value]));
        for (const { key, from, to } of configurationDeltas(before, after)) {
          expect(values.get(key) ?? null).toBe(from);
          expect(from).not.toBe(to);
          if (to === null) values.delete(key);
          else values.set(key, to);
        }
        expect(configurationOf(values)).toEqual(after);
      }),
    );
  });

  it("makes a manifest that is accepted, whatever the keys", () => {
    fc.assert(
      fc.property(anyConfiguration, anyConfiguration, (before, after) => {
        const deltas = configurationDeltas(before, after).map((delta) => ({ ...delta, key: `k${delta.key}` }));
        const configuration = after.map(({ key, value }) => ({ key: `k${key}`, value }));
        const document = { ...approvingManifest(), configuration, configuration_deltas: deltas };
        expect(parseManifest(document)).toEqual(document);
      }),
    );
  });
});

describe("a manifest's configuration", () => {
  const manifest = (configuration: unknown, configuration_deltas: unknown = []) =>
    parseManifest({ ...approvingManifest(), configuration, configuration_deltas });
  const entry = (key: string, value = "1") => ({ key, value });

  it("is part of what is signed, and a manifest without one keeps its digest", () => {
    const before = approvingManifest();
    expect(Object.keys(parseManifest(before))).not.toContain("configuration");
    expect(manifestDigest(parseManifest(before))).toBe(digestOf(before));
    const withOne = parseManifest({ ...before, configuration: [], configuration_deltas: [] });
    expect(manifestDigest(withOne)).not.toBe(digestOf({ ...before, configuration_deltas: [] }));
  });

  it.each([
    ["a key twice", [entry("A"), entry("A", "2")], [], "configuration[1].key: A is listed twice"],
    [
      "keys out of order",
      [entry("B"), entry("A")],
      [],
      "configuration[1].key: must be sorted by key: A comes before B",
    ],
    ["a delta to another value", [entry("A")], [{ key: "A", from: null, to: "2" }], "the configuration has another A"],
    ["a delta of a key that it lacks", [], [{ key: "A", from: null, to: "2" }], "A is not in the configuration"],
    ["a removal of a key that it has", [entry("A")], [{ key: "A", from: "1", to: null }], "has another A"],
    ["a value that is too long", [entry("A", "x".repeat(5001))], [], "configuration[0].value"],
    ["a number as value", [{ key: "A", value: 1 }], [], "configuration[0].value"],
    ["an unknown field", [{ ...entry("A"), secret: true }], [], "configuration[0].secret: unknown key"],
  ])("is refused with %s", (_what, configuration, deltas, reason) => {
    expect(() => manifest(configuration, deltas)).toThrow(reason);
  });
});
