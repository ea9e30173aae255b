import { describe, expect, it } from "vitest";
import { groupByConcern, strongest } from "./concerns";

const concerns = [
  { id: "shop-2", relation: "created" },
  { id: "shop-1", relation: "signs" },
  { id: "shop-1", relation: "signed" },
  { id: "INC-7", relation: "answers" },
  { id: "shop-3", relation: "created" },
] as const;
const entry = (index: number, ...subjects: string[]) => ({ index, subjects });

describe("what changed is told by the record that concerns the reader", () => {
  const entries = [
    entry(1, "shop-2"),
    entry(2, "shop-1"),
    entry(3, "INC-7", "shop-2"),
    entry(4, "stranger"),
    entry(5, "shop-3"),
    entry(6, "shop-2"),
  ];
  const groups = groupByConcern(entries, concerns);

  it("the most pressing relation first, then what changed last", () => {
    expect(groups.map(({ concern }) => concern.id)).toEqual(["shop-1", "INC-7", "shop-2", "shop-3"]);
  });

  it("with the newest entry of each first, and each entry once, at what concerns the reader most", () => {
    const told = groups.map(({ entries: each }) => each.map(({ index }) => index));
    expect(told).toEqual([[2], [3], [6, 1], [5]]);
  });
});

it("a record that concerns the reader in several ways counts by the most pressing", () => {
  expect(strongest(concerns).get("shop-1")?.relation).toBe("signs");
  expect(strongest(concerns.toReversed()).get("shop-1")?.relation).toBe("signs");
});
