import { BreakGlassMark } from "@/components/break-glass/break-glass-status";
import { Instant } from "@/components/time/instant";
import { Digest } from "@/components/ui/digest";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DecisionSummary } from "@/lib/registry/gate/decision-queries";
import { VerdictStatus } from "./verdict-status";

type DecisionTableProps = { releaseId: string; decisions: readonly DecisionSummary[]; now: string };

export function DecisionTable({ releaseId, decisions, now }: DecisionTableProps) {
  return (
    <Table caption="Recorded decisions, the latest first">
      <THead>
        <Tr>
          <Th>Verdict</Th>
          <Th>Why</Th>
          <Th>Decided</Th>
          <Th>By</Th>
          <Th>Policy</Th>
          <Th>Manifest</Th>
        </Tr>
      </THead>
      <TBody>
        {decisions.map(({ id, kind, verdict, summary, decidedAt, decidedBy, policyVersion, manifestDigest }) => (
          <Tr key={id}>
            <Td label="Verdict">
              {kind === "break_glass" ? <BreakGlassMark size="sm" /> : <VerdictStatus verdict={verdict} size="sm" />}
            </Td>
            <Td header label="Why">
              <TextLink quiet href={`/releases/${releaseId}/decisions/${id}`}>
                {summary}
              </TextLink>
            </Td>
            <Td label="Decided" className="whitespace-nowrap">
              <Instant at={decidedAt} now={now} />
            </Td>
            <Td label="By">{decidedBy}</Td>
            <Td label="Policy" className="whitespace-nowrap">
              {policyVersion === null ? "none" : `version ${policyVersion}`}
            </Td>
            <Td label="Manifest">
              {manifestDigest ? <Digest value={manifestDigest} length={8} what="manifest digest" /> : "none"}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
