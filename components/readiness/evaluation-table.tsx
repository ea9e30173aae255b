import { VerdictStatus } from "@/components/gate/verdict-status";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Evaluation } from "@/lib/registry/readiness/first-evaluations";

type EvaluationTableProps = { items: readonly Evaluation[]; now: string; caption: string; verdictLabel: string };

/** What the gate said of each release at a time, and what stood in its way. */
export function EvaluationTable({ items, now, caption, verdictLabel }: EvaluationTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Release</Th>
          <Th>Environment</Th>
          <Th>{verdictLabel}</Th>
          <Th>Checks in the way</Th>
          <Th>Decided</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.decisionId}>
            <Td header label="Release" className="[overflow-wrap:anywhere]">
              <TextLink quiet href={`/releases/${item.releaseId}`}>
                {item.service} {item.version}
              </TextLink>
            </Td>
            <Td label="Environment">{item.environment}</Td>
            <Td label={verdictLabel}>
              <VerdictStatus verdict={item.verdict} size="sm" />
            </Td>
            <Td label="Checks in the way">
              <Failing item={item} />
            </Td>
            <Td label="Decided" className="whitespace-nowrap">
              <Instant at={item.at} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Failing({ item: { failing, releaseId, decisionId } }: { item: Evaluation }) {
  if (failing.length === 0) return <span className="text-muted">none</span>;
  return (
    <TextLink href={`/releases/${releaseId}/decisions/${decisionId}`}>
      {failing.map(({ title }) => title).join(", ")}
    </TextLink>
  );
}
