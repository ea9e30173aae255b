import { ManifestContent } from "@/components/release/manifest-content";
import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** What was shipped, hash by hash, and every revision that was ever put. */
export function ManifestPart({ pack }: { pack: EvidencePack }) {
  const { manifests, manifest_id: id } = pack;
  const shipped = manifests.find((each) => each.id === id);
  if (!shipped) {
    return (
      <Section title="Manifest" id="manifest">
        <p className="text-muted">No manifest was put.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Manifest"
      id="manifest"
      description={
        <>
          Revision {shipped.revision}, digest <Digest value={shipped.digest} what="manifest digest" />
        </>
      }
    >
      <ManifestContent content={shipped.content} />
      <h3 className="mt-5 mb-1 font-medium">
        Revisions <span className="font-normal text-muted tabular-nums">{manifests.length}</span>
      </h3>
      <Table caption="Revisions of the manifest, newest first">
        <THead>
          <Tr>
            <Th>Revision</Th>
            <Th>Digest</Th>
            <Th>Put</Th>
            <Th>By</Th>
          </Tr>
        </THead>
        <TBody>
          {manifests.map((each) => (
            <Tr key={each.id}>
              <Td header label="Revision">
                {each.revision}
                {each.id === id && <span className="text-muted"> (shown above)</span>}
              </Td>
              <Td label="Digest">
                <Digest value={each.digest} what="manifest digest" />
              </Td>
              <Td label="Put">
                <When at={each.created_at} />
              </Td>
              <Td label="By">{each.created_by}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
