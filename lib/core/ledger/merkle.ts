import { createHash } from "node:crypto";

const hash = (...parts: Uint8Array[]): Buffer => {
  const h = createHash("sha256");
  for (const part of parts) h.update(part);
  return h.digest();
};
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 leaf hash of a body: SHA-256(0x00 || body). */
export const leafHash = (body: Uint8Array): Buffer => hash(LEAF, body);

/** RFC 6962 Merkle tree head over leaf hashes, section 2.1; of none, SHA-256 of the empty string. */
export function treeHead(leaves: readonly Uint8Array[]): Buffer {
  const edge: { size: number; head: Buffer }[] = [];
  for (const leaf of leaves) pushLeaf(edge, Buffer.from(leaf));
  return headOf(edge);
}

type Subtree = { size: number; head: Buffer };

function pushLeaf(edge: Subtree[], leaf: Buffer): void {
  let node: Subtree = { size: 1, head: leaf };
  for (let last = edge.at(-1); last && last.size === node.size; last = edge.at(-1)) {
    edge.pop();
    node = { size: last.size + node.size, head: hash(NODE, last.head, node.head) };
  }
  edge.push(node);
}

function headOf(edge: readonly Subtree[]): Buffer {
  const last = edge.at(-1);
  if (!last) return hash();
  return edge.slice(0, -1).reduceRight((right, left) => hash(NODE, left.head, right), last.head);
}

export type StoredEntry = { index: number; body: Uint8Array; leaf: Uint8Array; root: Uint8Array };
export type LedgerFinding = { index: number; problem: string };

/**
 * Checks entries from index 0 on, in order: each index follows the one before, each leaf is the hash of its body and
 * each root is the tree head after it. Returns the first problem, or null. Source: RFC 6962.
 */
export function verifyEntries(entries: Iterable<StoredEntry>): LedgerFinding | null {
  const edge: Subtree[] = [];
  let expected = 0;
  for (const entry of entries) {
    if (entry.index !== expected) return { index: expected, problem: `entry ${expected} is missing` };
    const leaf = leafHash(entry.body);
    if (!leaf.equals(entry.leaf)) return { index: entry.index, problem: "the body does not match its hash" };
    pushLeaf(edge, leaf);
    if (!headOf(edge).equals(entry.root))
      return { index: entry.index, problem: "the tree head does not match the entries before it" };
    expected += 1;
  }
  return null;
}
