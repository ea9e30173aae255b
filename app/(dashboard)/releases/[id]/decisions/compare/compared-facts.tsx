import type { ReactNode } from "react";
import { VerdictStatus } from "@/components/gate/verdict-status";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Digest } from "@/components/ui/digest";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ComparedDecision } from "@/lib/registry/gate/compare";

type ComparedFactsProps = { releaseId: string; before: ComparedDecision; after: ComparedDecision; now: string };
type Row = { name: string; show: (decision: ComparedDecision) => ReactNode; same: boolean };

/** Verdict, time and digests of two decisions, each marked where it differs. */
export function ComparedFacts({ releaseId, before, after, now }: ComparedFactsProps) {
  const rows: Row[] = [
    {
      name: "Verdict",
      show: ({ verdict }) => <VerdictStatus verdict={verdict.verdict} size="sm" />,
      same: before.verdict.verdict === after.verdict.verdict,
    },
    { name: "Why", show: ({ verdict }) => verdict.summary, same: before.verdict.summary === after.verdict.summary },
    {
      name: "Decided",
      show: ({ id, decidedAt, decidedBy }) => (
        <TextLink quiet href={`/releases/${releaseId}/decisions/${id}`}>
          <Instant at={decidedAt} now={now} /> by {decidedBy.name}
        </TextLink>
      ),
      same: true,
    },
    {
      name: "Policy",
      show: ({ policyVersion }) => (policyVersion === null ? "none" : `version ${policyVersion}`),
      same: before.policyVersion === after.policyVersion,
    },
    {
      name: "Manifest",
      show: ({ manifestDigest }) => <Hash value={manifestDigest} what="manifest digest" />,
      same: before.manifestDigest === after.manifestDigest,
    },
    {
      name: "Scorecard",
      show: ({ scorecardId, scorecardDigest }) =>
        scorecardId ? (
          <TextLink href={`/scorecards/${scorecardId}`}>{scorecardDigest?.slice(7, 19) ?? "scorecard"}</TextLink>
        ) : (
          <Hash value={null} what="" />
        ),
      same: before.scorecardId === after.scorecardId,
    },
  ];
  return (
    <Table caption="The two decisions">
      <THead>
        <Tr>
          <Th>Fact</Th>
          <Th>Earlier</Th>
          <Th>Later</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ name, show, same }) => (
          <Tr key={name}>
            <Td header label="Fact">
              {name} {!same && <Badge tone="accent">differs</Badge>}
            </Td>
            <Td label="Earlier">{show(before)}</Td>
            <Td label="Later">{show(after)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Hash({ value, what }: { value: string | null; what: string }) {
  return value ? <Digest value={value} what={what} /> : <span className="text-muted">none</span>;
}
