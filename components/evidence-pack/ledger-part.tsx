import { CodeSnippet } from "@/components/ui/code-snippet";
import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** The ledger's entries about the release, their hashes, and how anybody can check that they are in it. */
export function LedgerPart({ pack }: { pack: EvidencePack }) {
  const { entries, size, root } = pack.ledger;
  const leftOut = pack.left_out.ledger_entries;
  return (
    <Section
      title="Ledger"
      id="ledger"
      count={entries.length}
      description="About the release and the evidence it rests on, the oldest first."
    >
      <Table caption="Ledger entries, the oldest first">
        <THead>
          <Tr>
            <Th>Entry</Th>
            <Th className="print:w-1/5">When</Th>
            <Th>Who</Th>
            <Th>What</Th>
            <Th className="print:w-2/5">Leaf hash</Th>
          </Tr>
        </THead>
        <TBody>
          {entries.map((entry) => (
            <Tr key={entry.index}>
              <Td header label="Entry" className="tabular-nums">
                <TextLink quiet href={`/registry/${entry.index}`}>
                  {entry.index}
                </TextLink>
              </Td>
              <Td label="When">
                <When at={entry.at} />
              </Td>
              <Td label="Who">{entry.by ?? "unreadable"}</Td>
              <Td label="What" className="[overflow-wrap:anywhere]">
                {entry.sentence}
              </Td>
              <Td label="Leaf hash">
                <Digest value={entry.leaf} length={10} copy={false} what="leaf hash" />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {leftOut > 0 && (
        <p className="mt-2 text-muted text-sm">
          {leftOut} evaluations of the gate are left out for size; the ledger has all of them.
        </p>
      )}
      <div className="mt-4 max-w-prose">
        <h3 className="font-medium">Inclusion statement</h3>
        <p>
          Each of these entries is in the ledger of {size} entries whose tree head is{" "}
          <code className="break-all text-sm">{root}</code>. The JSON of this pack holds each entry’s bytes and its
          audit path (RFC 6962); this checks all of them, the manifests’ digests and the signatures, without a server:
        </p>
      </div>
      <CodeSnippet code="readiness verify pack evidence-pack.json" label="Check a downloaded pack" />
    </Section>
  );
}
