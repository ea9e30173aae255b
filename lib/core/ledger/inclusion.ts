import { hash } from "node:crypto";

const NODE = Uint8Array.of(1);

/** RFC 6962 hash of an inner node: SHA-256(0x01 || left || right). In one call, for there are as many as leaves. */
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  hash("sha256", Buffer.concat([NODE, left, right]), "buffer");

type Subtree = { size: number; head: Buffer; wanted: number[] };
export type Inclusion = {
  size: number;
  /** Tree head over all leaves. */
  root: Buffer;
  /** Audit path of each wanted leaf by its index, from the leaf's neighbour up to the root. */
  paths: ReadonlyMap<number, readonly Buffer[]>;
};

/**
 * Collects the audit paths of some leaves in one pass over all of them, keeping no more than the right edge of the tree.
 * `push` takes RFC 6962 leaf hashes in their order from index 0 on; `finish` gives the tree of what was pushed. A wanted
 * index that was never pushed has no path. Source: RFC 6962, section 2.1.1.
 */
export function inclusionOf(wanted: Iterable<number>): { push(leaf: Uint8Array): void; finish(): Inclusion } {
  const paths = new Map<number, Buffer[]>();
  const asked = new Set(wanted);
  const edge: Subtree[] = [];
  let size = 0;

  function join(left: Subtree, right: Subtree): Subtree {
    for (const index of left.wanted) paths.get(index)?.push(right.head);
    for (const index of right.wanted) paths.get(index)?.push(left.head);
    const both = { size: left.size + right.size, head: nodeHash(left.head, right.head) };
    return { ...both, wanted: [...left.wanted, ...right.wanted] };
  }

  return {
    push(leaf) {
      const index = size++;
      if (asked.has(index)) paths.set(index, []);
      let node: Subtree = { size: 1, head: Buffer.from(leaf), wanted: asked.has(index) ? [index] : [] };
      for (let last = edge.at(-1); last?.size === node.size; last = edge.at(-1)) {
        edge.pop();
        node = join(last, node);
      }
      edge.push(node);
    },
    finish() {
      const last = edge.at(-1);
      if (!last) return { size, root: hash("sha256", "", "buffer"), paths };
      const root = edge.slice(0, -1).reduceRight((right, left) => join(left, right), last);
      return { size, root: root.head, paths };
    },
  };
}

export type InclusionClaim = {
  /** Leaf hash, its index, size and head of the tree, and the audit path. */
  leaf: Uint8Array;
  index: number;
  size: number;
  root: Uint8Array;
  path: readonly Uint8Array[];
};

/** Whether an audit path leads from a leaf to a tree head. Source: RFC 9162, section 2.1.3.2. Pure. */
export function isIncluded({ leaf, index, size, root, path }: InclusionClaim): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [position, last] = [index, size - 1];
  let head: Uint8Array = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      head = nodeHash(sibling, head);
      // Up to where this node has a sibling on its left again.
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      head = nodeHash(head, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && Buffer.from(head).equals(Buffer.from(root));
}

const half = (value: number): number => Math.floor(value / 2);
