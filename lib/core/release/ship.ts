/**
 * Why the artifacts about to ship are not exactly those of the approved manifest, in one sentence, or null when they
 * are. Order and repetition do not matter; hashes are `sha256:<hex>`.
 */
export function artifactMismatch(
  approved: readonly { name: string; hash: string }[],
  shipping: readonly string[],
): string | null {
  const wanted = new Set(approved.map((artifact) => artifact.hash));
  const given = new Set(shipping);
  if (given.size === 0)
    return "Name the artifact hashes that are to ship; production starts only for exactly those that were approved.";
  const foreign = [...given].find((hash) => !wanted.has(hash));
  if (foreign) return `${foreign} is not in the approved manifest.`;
  const left = approved.find((artifact) => !given.has(artifact.hash));
  return left ? `${left.name} (${left.hash}) is in the approved manifest but is not to ship.` : null;
}

/** What is about to be deployed; named where the pipeline says which artifact of the manifest it is. */
export type Shipped = { name: string | null; hash: string; told: string };

/**
 * Why files about to be deployed are not the manifest's artifacts, one sentence each; empty when every one is. A named
 * one must be the artifact of that name, so that two approved ones cannot stand in for each other. One deploy step may
 * deploy a part of the release: what it leaves out is no fault.
 */
export function uncoveredArtifacts(
  approved: readonly { name: string; hash: string }[],
  shipped: readonly Shipped[],
): string[] {
  const hashes = new Set(approved.map(({ hash }) => hash));
  const hashOf = new Map(approved.map(({ name, hash }) => [name, hash]));
  return shipped.flatMap(({ name, hash, told }) => {
    if (name !== null && !hashOf.has(name)) return [`${told}: the approved manifest has no artifact ${name}.`];
    if (name !== null && hashOf.get(name) !== hash) return [`${told}: ${hash} is not the approved ${name}.`];
    return hashes.has(hash) ? [] : [`${told}: ${hash} is not in the approved manifest.`];
  });
}
