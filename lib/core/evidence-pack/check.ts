import { z } from "zod";
import { digestOf, sha256, sha256Text } from "@/lib/core/digest";
import { isIncluded } from "@/lib/core/ledger/inclusion";
import { leafHash } from "@/lib/core/ledger/merkle";
import { parseWith } from "@/lib/core/parse";
import { PACK_KIND, PACK_VERSION } from "./model";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits");
const entry = z.looseObject({
  index: z.int().nonnegative(),
  command: z.string(),
  body: z.string(),
  leaf: hash,
  path: z.array(hash).max(64),
});
const checkedPack = z.looseObject({
  kind: z.literal(PACK_KIND),
  version: z.literal(PACK_VERSION),
  generated_at: z.string(),
  release: z.looseObject({ service: z.string(), version: z.string(), environment: z.string() }),
  manifests: z.array(z.looseObject({ revision: z.int(), digest: sha256Text, content: z.looseObject({}) })),
  signatures: z.array(
    z.looseObject({ id: z.string(), name: z.string(), revision: z.int(), manifest_digest: sha256Text }),
  ),
  ledger: z.looseObject({ size: z.int().nonnegative(), root: hash, entries: z.array(entry).max(100_000) }),
});
type CheckedPack = z.output<typeof checkedPack>;

export type PackCheck = {
  release: CheckedPack["release"];
  generatedAt: string;
  /** SHA-256 of the file's bytes: what the ledger holds of an issued pack. */
  digest: string;
  ledger: { size: number; root: string; entries: number };
  /** Every reason why the pack contradicts itself; empty: it is whole. */
  faults: string[];
};

/**
 * Checks an evidence pack by itself, with no server: each manifest's digest, that each signature is on one of them, that
 * each ledger entry has the hash that it claims and lies in the ledger of the head that the pack names, and that each
 * signature has an entry. Whether that head is the real one, only somebody who knows the ledger can tell.
 * `document` is the parsed `bytes`. Throws `invalid` for what is no evidence pack. Pure.
 */
export function checkPack(bytes: string | Uint8Array, document: unknown): PackCheck {
  const pack = parseWith(checkedPack, document, "pack");
  const { release, ledger } = pack;
  return {
    release,
    generatedAt: pack.generated_at,
    digest: sha256(bytes),
    ledger: { size: ledger.size, root: ledger.root, entries: ledger.entries.length },
    faults: [...manifestFaults(pack), ...signatureFaults(pack), ...ledgerFaults(pack)],
  };
}

function manifestFaults({ manifests }: CheckedPack): string[] {
  return manifests.flatMap(({ revision, digest, content }) =>
    digestOf(content) === digest ? [] : [`revision ${revision} of the manifest does not have the digest ${digest}`],
  );
}

function signatureFaults({ signatures, manifests, ledger }: CheckedPack): string[] {
  const signed = ledger.entries.filter(({ command }) => command === "release.sign").map(({ body }) => body);
  return signatures.flatMap(({ id, name, revision, manifest_digest: digest }) => {
    const known = manifests.some((each) => each.revision === revision && each.digest === digest);
    const isRecorded = signed.some((body) => body.includes(`"${id}"`) && body.includes(digest));
    return [
      ...(known ? [] : [`the signature of ${name} is on a digest that no revision has`]),
      ...(isRecorded ? [] : [`the signature of ${name} has no entry in the ledger`]),
    ];
  });
}

function ledgerFaults({ ledger }: CheckedPack): string[] {
  const root = Buffer.from(ledger.root, "hex");
  return ledger.entries.flatMap(({ index, body, leaf, path }) => {
    const computed = leafHash(Buffer.from(body, "utf8"));
    if (computed.toString("hex") !== leaf)
      return [`entry ${index} of the ledger does not have the hash that it claims`];
    const siblings = path.map((each) => Buffer.from(each, "hex"));
    const claim = { leaf: computed, index, size: ledger.size, root, path: siblings };
    return isIncluded(claim) ? [] : [`entry ${index} is not in the ledger whose head the pack names`];
  });
}
