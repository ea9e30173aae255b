import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "@/lib/core/access";
import { entriesAt, holdsAll, matching } from "./palette-entries";

const ID = "019de7b3-9800-7ca0-89f4-bc821bbc8ece";
const all = entriesAt({ path: `/releases/${ID}`, may: PERMISSIONS });
const labels = (text: string) => matching(all, text).map(({ label }) => label);

describe("the palette's own entries", () => {
  it("have ids of their own, so that each can be chosen", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("begin with what there is to do on the page", () => {
    expect(all[0]).toMatchObject({ group: "On this page", label: "Sign this release" });
  });

  it("are found by the beginnings of their words in any order", () => {
    expect(labels("inc decl")).toEqual(["Declare an incident"]);
    expect(labels("gate pol")).toEqual(["Gate policy"]);
    expect(labels("nothing of the kind")).toEqual([]);
  });

  it("put the page that the text begins first, with the keys that go there", () => {
    expect(matching(all, "rel")[0]).toMatchObject({ label: "Releases", href: "/releases", keys: "g r" });
    expect(matching(all, "settings peo")[0]).toMatchObject({ label: "People", href: "/settings/people" });
  });

  it("show no more than five of a group while something is typed, and all before", () => {
    const counts = [...Map.groupBy(matching(all, "s"), ({ group }) => group).values()].map(({ length }) => length);
    expect(Math.max(...counts)).toBe(5);
    expect(matching(all, " ")).toEqual(all);
  });

  it("are commands and views alone where only those are asked for", () => {
    const groups = new Set(entriesAt({ path: "/", may: PERMISSIONS, onlyCommands: true }).map(({ group }) => group));
    expect([...groups]).toEqual(["Do", "View"]);
  });
});

it("keeps of an older answer only what the newer text would find", () => {
  expect(holdsAll("checkout 2025.10.01 production", ["check", "2025.10"])).toBe(true);
  expect(holdsAll("checkout 2025.10.01 production", ["check", "2025.11"])).toBe(false);
});
