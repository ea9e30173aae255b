import { Section } from "@/components/ui/section";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EvidencePack, PackedWaiver } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** What was waived, why, and what was done about the risk. */
export function WaiverPart({ pack }: { pack: EvidencePack }) {
  const { waivers } = pack;
  return (
    <Section
      title="Waivers"
      id="waivers"
      count={waivers.length}
      description="Of this release, and of its whole service where a decision rests on them."
    >
      {waivers.length === 0 ? (
        <p className="text-muted">None.</p>
      ) : (
        <Table caption="Waivers, the first one first">
          <THead>
            <Tr>
              <Th>Check</Th>
              <Th>Justification and mitigation</Th>
              <Th>Granted</Th>
              <Th>Expires</Th>
              <Th>Used</Th>
            </Tr>
          </THead>
          <TBody>
            {waivers.map((waiver) => (
              <WaiverRow key={waiver.id} waiver={waiver} decisive={pack.decision_id} />
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}

function WaiverRow({ waiver, decisive }: { waiver: PackedWaiver; decisive: string | null }) {
  const { used_by: users, revoked_at: revokedAt } = waiver;
  const isDecisive = decisive !== null && users.includes(decisive);
  return (
    <Tr>
      <Td header label="Check">
        <TextLink href={`/waivers/${waiver.id}`}>
          <code className="text-sm">{waiver.check}</code>
        </TextLink>
        {waiver.finding && <p className="text-sm">{waiver.finding}</p>}
        {waiver.scope === "service" && <p className="text-muted text-sm">the whole service</p>}
      </Td>
      <Td label="Justification and mitigation" className="[overflow-wrap:anywhere]">
        <p>{waiver.justification}</p>
        <p className="text-muted">Mitigation: {waiver.mitigation}</p>
      </Td>
      <Td label="Granted">
        {waiver.granted_by}, {waiver.granted_role}
        <p className="text-sm">
          <When at={waiver.granted_at} />
        </p>
      </Td>
      <Td label="Expires">
        <When at={waiver.expires_at} />
        {revokedAt && (
          <p className="text-sm">
            Revoked <When at={revokedAt} /> by {waiver.revoked_by}: “{waiver.revoked_reason}”
          </p>
        )}
        {waiver.superseded_by && <p className="text-sm">Replaced by a later one</p>}
      </Td>
      <Td label="Used">{isDecisive ? "by the decision above" : users.length > 0 ? "by other decisions" : "never"}</Td>
    </Tr>
  );
}
