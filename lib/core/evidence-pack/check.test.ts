import { describe, expect, it } from "vitest";
import { canonicalJson, digestOf } from "@/lib/core/digest";
import { leafHash } from "@/lib/core/ledger/merkle";
import { bodies, wholePack } from "@/lib/core/testing/evidence-pack";
import { checkPack } from "./check";

type Pack = ReturnType<typeof wholePack>;

function faultsOf(change: (made: Pack) => void): string[] {
  const made = wholePack();
  change(made);
  return checkPack(canonicalJson(made), made).faults;
}
const first = <T>(items: T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error("there is none");
  return item;
};

describe("an evidence pack checked by itself", () => {
  it("is whole as it was made, and has the digest of its bytes", () => {
    const made = wholePack();
    const checked = checkPack(canonicalJson(made), made);
    expect(checked.faults).toEqual([]);
    expect(checked.digest).toBe(digestOf(made));
    expect(checked.ledger).toMatchObject({ size: 5, entries: 3 });
  });

  const other = `sha256:${"b".repeat(64)}`;

  it.each<[string, (made: Pack) => void, RegExp]>([
    [
      "a changed artifact",
      ({ manifests }) => {
        first(first(manifests).content.artifacts).hash = other;
      },
      /revision 1/,
    ],
    [
      "a signature moved to another digest",
      ({ signatures }) => {
        first(signatures).manifest_digest = other;
      },
      /no revision has/,
    ],
    [
      "a signature that nobody gave",
      ({ signatures }) => {
        signatures.push({ ...first(signatures), id: "signature-2" });
      },
      /no entry in the ledger/,
    ],
    [
      "a rewritten entry",
      ({ ledger }) => {
        first(ledger.entries).body = bodies[1] ?? "";
      },
      /hash that it claims/,
    ],
    [
      "a rewritten entry with its hash",
      ({ ledger }) => {
        const entry = first(ledger.entries);
        entry.body = canonicalJson({ command: "release.create", data: { version: "6.6.6" } });
        entry.leaf = leafHash(Buffer.from(entry.body)).toString("hex");
      },
      /not in the ledger/,
    ],
    [
      "an entry at another place",
      ({ ledger }) => {
        first(ledger.entries).index = 1;
      },
      /not in the ledger/,
    ],
    [
      "another head of the ledger",
      ({ ledger }) => {
        ledger.root = "d".repeat(64);
      },
      /not in the ledger/,
    ],
  ])("shows %s", (_, change, fault) => {
    expect(faultsOf(change).join("\n")).toMatch(fault);
  });

  it("is refused when it is something else", () => {
    expect(() => checkPack("{}", {})).toThrow(/kind/);
    expect(() => checkPack("", { ...wholePack(), kind: "readiness.release-archive" })).toThrow(/kind/);
  });
});
