import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafHash, type StoredEntry, treeHead, verifyEntries } from "./merkle";

/** The definition of RFC 6962 section 2.1, word for word. */
function definition(leaves: Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return Buffer.from(leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Uint8Array.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

const entriesOf = (bodies: Uint8Array[]): StoredEntry[] => {
  const leaves = bodies.map(leafHash);
  return bodies.map((body, index) => ({
    index,
    body,
    leaf: leaves[index] as Buffer,
    root: treeHead(leaves.slice(0, index + 1)),
  }));
};
const bodies = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 40 });

describe("tree heads are those of RFC 6962", () => {
  it("of nothing", () => {
    expect(treeHead([]).toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
  it("of one empty leaf", () => {
    expect(leafHash(new Uint8Array()).toString("hex")).toBe(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
  });
  it("of any leaves", () => {
    fc.assert(
      fc.property(bodies, (list) => {
        const leaves = list.map(leafHash);
        expect(treeHead(leaves).equals(definition(leaves))).toBe(true);
      }),
    );
  });
});

describe("no history changes unseen", () => {
  it("accepts an untouched ledger", () => {
    fc.assert(
      fc.property(bodies, (list) => {
        expect(verifyEntries(entriesOf(list))).toBeNull();
      }),
    );
  });

  it("finds a changed body, a removed entry and two that changed places, even when their hashes were made anew", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 20 }),
        fc.nat(),
        (texts, pick) => {
          const original = entriesOf(texts.map((text) => new TextEncoder().encode(text)));
          const place = pick % (texts.length - 1);
          const changed = new TextEncoder().encode(`${texts[place]}!`);
          const rewritten = original.map((entry) =>
            entry.index === place ? { ...entry, body: changed, leaf: leafHash(changed) } : entry,
          );
          expect(verifyEntries(rewritten)?.index).toBe(place);
          expect(verifyEntries(original.filter((entry) => entry.index !== place))?.index).toBe(place);
          const [one, other] = [original[place] as StoredEntry, original[place + 1] as StoredEntry];
          const swapped = original.map((entry) => {
            if (entry.index === place) return { ...entry, body: other.body, leaf: other.leaf };
            return entry.index === place + 1 ? { ...entry, body: one.body, leaf: one.leaf } : entry;
          });
          expect(verifyEntries(swapped)?.index).toBe(place);
        },
      ),
    );
  });
});
