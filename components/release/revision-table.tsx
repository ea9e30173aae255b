import { Instant } from "@/components/time/instant";
import { Digest } from "@/components/ui/digest";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RevisionView } from "@/lib/registry/manifest/queries";

type RevisionTableProps = {
  revisions: readonly RevisionView[];
  /** Revision that the current one is compared with at the moment. */
  compared: number | null;
  hrefOf: (revision: number) => string;
  now: string;
};

/** Every revision of a manifest, newest first, each with the way to compare the current one with it. */
export function RevisionTable({ revisions, compared, hrefOf, now }: RevisionTableProps) {
  return (
    <Table caption="Revisions of the manifest, newest first">
      <THead>
        <Tr>
          <Th>Revision</Th>
          <Th>Digest</Th>
          <Th>Put</Th>
          <Th>By</Th>
          <Th numeric>Signatures</Th>
          <Th>Compare</Th>
        </Tr>
      </THead>
      <TBody>
        {revisions.map(({ id, revision, digest, createdAt, by, signatures }, place) => (
          <Tr key={id}>
            <Td header label="Revision">
              {revision}
            </Td>
            <Td label="Digest">
              <Digest value={digest} what="manifest digest" />
            </Td>
            <Td label="Put">
              <Instant at={createdAt} now={now} />
            </Td>
            <Td label="By">{by}</Td>
            <Td label="Signatures" numeric>
              {signatures}
            </Td>
            <Td label="Compare">
              {place === 0 && <span className="text-muted">current</span>}
              {place > 0 && revision === compared && <span className="text-muted">shown above</span>}
              {place > 0 && revision !== compared && (
                <TextLink href={hrefOf(revision)}>with revision {revision}</TextLink>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
