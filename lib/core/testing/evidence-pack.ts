import { canonicalJson, digestOf } from "@/lib/core/digest";
import { inclusionOf } from "@/lib/core/ledger/inclusion";
import { leafHash } from "@/lib/core/ledger/merkle";

const content = {
  service: "checkout",
  release: "1.4.0",
  artifacts: [{ name: "image", hash: `sha256:${"a".repeat(64)}` }],
};
const digest = digestOf(content);
/** Entries of a small ledger, of which the first, the third and the last are about the release. */
export const bodies = [
  canonicalJson({ command: "release.create", data: { version: "1.4.0" } }),
  canonicalJson({ command: "service.create", data: {} }),
  canonicalJson({ command: "release.sign", data: { id: "signature-1", manifestDigest: digest } }),
  canonicalJson({ command: "person.add", data: {} }),
  canonicalJson({ command: "gate.evaluate", data: { verdict: "approve" } }),
];
const about = [0, 2, 4];

/** What `checkPack` looks at of an evidence pack, whole in itself. */
export function wholePack() {
  const tree = inclusionOf(about);
  for (const body of bodies) tree.push(leafHash(Buffer.from(body)));
  const { root, size, paths } = tree.finish();
  const entries = about.map((index) => {
    const body = bodies[index] ?? "";
    const path = (paths.get(index) ?? []).map((hash) => hash.toString("hex"));
    const { command } = JSON.parse(body);
    return { index, command, body, leaf: leafHash(Buffer.from(body)).toString("hex"), path };
  });
  return {
    kind: "readiness.evidence-pack",
    version: 1,
    generated_at: "2026-11-20T10:00:00.000Z",
    release: { service: "checkout", version: "1.4.0", environment: "production" },
    manifests: [{ revision: 1, digest, content: structuredClone(content) }],
    signatures: [{ id: "signature-1", name: "Chris Board", revision: 1, manifest_digest: digest }],
    ledger: { size, root: root.toString("hex"), entries },
  };
}
