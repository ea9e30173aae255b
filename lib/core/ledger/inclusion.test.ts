import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inclusionOf, isIncluded } from "./inclusion";
import { leafHash, treeHead } from "./merkle";

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

function treeOf(leaves: readonly Uint8Array[], wanted: readonly number[]) {
  const tree = inclusionOf(wanted);
  for (const leaf of leaves) tree.push(leaf);
  return tree.finish();
}

describe("an inclusion proof", () => {
  it("leads from every leaf of every small tree to its RFC 6962 head", () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = leavesOf(size);
      const tree = treeOf(leaves, [...leaves.keys()]);
      expect(tree.root.equals(treeHead(leaves))).toBe(true);
      leaves.forEach((leaf, index) => {
        const path = tree.paths.get(index) ?? [];
        expect([size, index, isIncluded({ leaf, index, size, root: tree.root, path })]).toEqual([size, index, true]);
      });
    }
  });

  it("holds for no other leaf, index, size, head or path", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (size, seed, other) => {
        const leaves = leavesOf(size);
        const index = seed % size;
        const { root, paths } = treeOf(leaves, [index]);
        const claim = { leaf: leaves[index] ?? root, index, size, root, path: paths.get(index) ?? [] };
        expect(isIncluded(claim)).toBe(true);
        const wrongIndex = (index + 1 + (other % (size - 1))) % size;
        expect(isIncluded({ ...claim, index: wrongIndex })).toBe(false);
        expect(isIncluded({ ...claim, leaf: leafHash(Buffer.from("forged")) })).toBe(false);
        expect(isIncluded({ ...claim, root: leafHash(Buffer.from("forged")) })).toBe(false);
        expect(isIncluded({ ...claim, size: index })).toBe(false);
        expect(isIncluded({ ...claim, path: claim.path.slice(1) })).toBe(false);
        expect(isIncluded({ ...claim, path: [...claim.path, root] })).toBe(false);
        const swapped = claim.path.map((hash, place) => (place === other % claim.path.length ? root : hash));
        expect(isIncluded({ ...claim, path: swapped })).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it("has no path for an entry that is not in the ledger", () => {
    expect([...treeOf(leavesOf(3), [5]).paths.keys()]).toEqual([]);
    expect(
      isIncluded({ leaf: leafHash(Buffer.from("a")), index: -1, size: 1, root: leafHash(Buffer.from("a")), path: [] }),
    ).toBe(false);
  });
});
