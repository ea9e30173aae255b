import { describe, expect, it } from "vitest";
import { navItems } from "../nav-items";
import { followers, PAGE_KEYS, typeKey } from "./keys";

const KNOWN = ["g r", "g i", "?", "d"];

describe("typed keys", () => {
  it("run a shortcut of one key at once", () => {
    expect(typeKey("", "?", KNOWN)).toEqual({ complete: "?", pending: "" });
  });

  it("wait for the second key of a sequence, and run it", () => {
    const first = typeKey("", "g", KNOWN);
    expect(first).toEqual({ complete: null, pending: "g" });
    expect(typeKey(first.pending, "r", KNOWN)).toEqual({ complete: "g r", pending: "" });
  });

  it("take the second key for the sequence alone, even where it is a shortcut by itself", () => {
    expect(typeKey("g", "d", KNOWN)).toEqual({ complete: null, pending: "" });
  });

  it("do nothing for any other key", () => {
    expect(typeKey("", "x", KNOWN)).toEqual({ complete: null, pending: "" });
    expect(typeKey("", "R", KNOWN)).toEqual({ complete: null, pending: "" });
  });

  it("name what may come next", () => {
    const shortcuts = KNOWN.map((keys) => ({ keys, label: keys, group: "Go to" as const }));
    expect(followers("g", shortcuts).map(({ next }) => next)).toEqual(["r", "i"]);
  });
});

it("every page of the navigation has a key of its own", () => {
  expect(Object.keys(PAGE_KEYS).sort()).toEqual(navItems.map(({ href }) => href).sort());
  expect(new Set(Object.values(PAGE_KEYS)).size).toBe(navItems.length);
});
