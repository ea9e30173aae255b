import { Digest } from "@/components/ui/digest";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { ConfirmedWith, EvidencePack, PackedSignature } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

const CONFIRMED: Record<NonNullable<ConfirmedWith>, string> = {
  password: "by password",
  oidc: "at the identity provider",
};

/** Who signed what, in which role and meaning, and how they proved who they are. */
export function SignaturePart({ pack }: { pack: EvidencePack }) {
  const { signatures } = pack;
  return (
    <Section
      title="Signatures"
      id="signatures"
      count={signatures.length}
      description="Each is on one digest of the manifest, and its signer confirmed their identity at that moment."
    >
      {signatures.length === 0 ? (
        <p className="text-muted">Nobody has signed.</p>
      ) : (
        <Table caption="Signatures, the first one first">
          <THead>
            <Tr>
              <Th>Who</Th>
              <Th>Decision</Th>
              <Th>Meaning</Th>
              <Th>Signed</Th>
              <Th>Manifest</Th>
            </Tr>
          </THead>
          <TBody>
            {signatures.map((each) => (
              <SignatureRow key={each.id} signature={each} />
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}

function SignatureRow({ signature }: { signature: PackedSignature }) {
  const { name, role, on_behalf_of: behalf, meaning, reason, revision, confirmed_with: confirmed } = signature;
  return (
    <Tr>
      <Td header label="Who">
        <span className="font-medium">{name}</span>
        <p className="text-muted text-sm">
          {role}
          {behalf && `, on behalf of ${behalf}`}
        </p>
      </Td>
      <Td label="Decision">
        <Decision signature={signature} />
      </Td>
      <Td label="Meaning" className="[overflow-wrap:anywhere]">
        {meaning}
        {reason && <p className="text-sm">“{reason}”</p>}
      </Td>
      <Td label="Signed">
        <When at={signature.signed_at} />
        <p className="text-muted text-sm">
          {confirmed ? `confirmed ${CONFIRMED[confirmed]}` : "how it was confirmed is not on record"}
        </p>
      </Td>
      <Td label="Manifest">
        revision {revision} <Digest value={signature.manifest_digest} length={8} what="manifest digest" />
      </Td>
    </Tr>
  );
}

function Decision({ signature }: { signature: PackedSignature }) {
  const { decision, withdrawn_at: withdrawnAt, withdrawn_reason: why } = signature;
  const [tone, word] = decision === "approve" ? (["go", "Approved"] as const) : (["no-go", "Rejected"] as const);
  if (!withdrawnAt) return <Status tone={tone} label={word} size="sm" />;
  return (
    <>
      <Status tone="unknown" label={`${word}, withdrawn`} size="sm" />
      <p className="text-sm">
        <When at={withdrawnAt} />
        {why && `: “${why}”`}
      </p>
    </>
  );
}
