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
