import { Instant } from "@/components/time/instant";
import { Digest } from "@/components/ui/digest";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { SignatureView } from "@/lib/registry/release/history-queries";

type SignatureTableProps = { signatures: readonly SignatureView[]; now: string };

/** Every signature, also those that no longer count, and why they do not. */
export function SignatureTable({ signatures, now }: SignatureTableProps) {
  return (
    <Table caption="Signatures, the latest first">
      <THead>
        <Tr>
          <Th>Who</Th>
          <Th>Role</Th>
          <Th>Decision</Th>
          <Th>Signed</Th>
          <Th>Manifest</Th>
        </Tr>
      </THead>
      <TBody>
        {signatures.map((each) => (
          <Tr key={each.id}>
            <Td header label="Who">
              <span className="font-medium">{each.name}</span>
              {each.reason && <p className="text-sm [overflow-wrap:anywhere]">“{each.reason}”</p>}
            </Td>
            <Td label="Role">
              {each.role}
              {each.onBehalfOf && <p className="text-muted text-sm">on behalf of {each.onBehalfOf}</p>}
            </Td>
            <Td label="Decision">
              <DecisionCell signature={each} now={now} />
            </Td>
            <Td label="Signed">
              <Instant at={each.signedAt} now={now} />
            </Td>
            <Td label="Manifest">
              revision {each.revision} <Digest value={each.manifestDigest} length={8} what="manifest digest" />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function DecisionCell({ signature, now }: { signature: SignatureView; now: string }) {
  const { decision, withdrawnAt, withdrawnReason, isCurrent } = signature;
  const [tone, word] = decision === "approve" ? (["go", "Approved"] as const) : (["no-go", "Rejected"] as const);
  if (withdrawnAt) {
    return (
      <>
        <Status tone="unknown" label={`${word}, withdrawn`} size="sm" />
        <p className="text-sm [overflow-wrap:anywhere]">
          <Instant at={withdrawnAt} now={now} className="text-muted" />
          {withdrawnReason && `: “${withdrawnReason}”`}
        </p>
      </>
    );
  }
  if (!isCurrent) return <Status tone="unknown" label={`${word}, of an earlier revision`} size="sm" />;
  return <Status tone={tone} label={word} size="sm" />;
}
