import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { IssuedPack } from "@/lib/registry/evidence-pack/queries";
import { When } from "./when";

type IssuedListProps = { items: readonly IssuedPack[]; releaseId: string; shown: string | null };

/** The packs that were issued of the release, each as it was, for whoever holds one in their hands. */
export function IssuedList({ items, releaseId, shown }: IssuedListProps) {
  if (items.length === 0) return null;
  const path = `/releases/${releaseId}/evidence-pack`;
  return (
    <div data-no-print="">
      <Section title="Issued packs" id="issued" count={items.length} description="Kept byte by byte, the latest first.">
        <Table caption="Issued evidence packs, the latest first">
          <THead>
            <Tr>
              <Th>Issued</Th>
              <Th>By</Th>
              <Th>Digest</Th>
              <Th numeric>Size</Th>
              <Th>File</Th>
            </Tr>
          </THead>
          <TBody>
            {items.map(({ id, issuedAt, issuedBy, digest, bytes }) => (
              <Tr key={id}>
                <Td header label="Issued">
                  {id === shown ? <When at={issuedAt} /> : <IssuedLink href={`${path}?issued=${id}`} at={issuedAt} />}
                  {id === shown && <span className="text-muted"> (shown)</span>}
                </Td>
                <Td label="By">{issuedBy}</Td>
                <Td label="Digest">
                  <Digest value={digest} what="evidence pack digest" />
                </Td>
                <Td label="Size" numeric>
                  {Math.ceil(bytes / 1024)} KiB
                </Td>
                <Td label="File">
                  <a
                    className="text-accent underline underline-offset-2"
                    href={`/api/v1/releases/${releaseId}/evidence-pack?issued=${id}`}
                    download
                  >
                    JSON
                  </a>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Section>
    </div>
  );
}

function IssuedLink({ href, at }: { href: string; at: string }) {
  return (
    <TextLink href={href}>
      <When at={at} />
    </TextLink>
  );
}
