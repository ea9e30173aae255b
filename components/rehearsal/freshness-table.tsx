import { Due } from "@/components/time/due";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { FreshnessCell, FreshnessView } from "@/lib/registry/rehearsal/freshness";
import { FreshnessStatus } from "./rehearsal-status";

export function FreshnessTable({ view }: { view: FreshnessView }) {
  return (
    <Table caption="Freshness of rollback rehearsals by service and environment">
      <THead>
        <Tr>
          <Th>Service</Th>
          {view.environments.map((environment) => (
            <Th key={environment}>{environment}</Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {view.services.map(({ slug, name, cells }) => (
          <Tr key={slug}>
            <Td header label="Service" className="font-medium">
              {slug}
              {name !== slug && <span className="block font-normal text-muted text-sm">{name}</span>}
            </Td>
            {cells.map((cell) => (
              <Td key={cell.environment} label={cell.environment}>
                <FreshnessStatus state={cell.state} />
                <p className="text-sm">
                  <CellNote cell={cell} now={view.now} />
                </p>
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function CellNote({ cell, now }: { cell: FreshnessCell; now: string }) {
  const latest = cell.latestId && <TextLink href={`/rehearsals/${cell.latestId}`}>latest rehearsal</TextLink>;
  if (cell.state === "fresh" || cell.state === "stale") {
    return (
      <>
        {cell.dueAt && <Due at={cell.dueAt} now={now} className="block w-fit" />}
        {latest}
      </>
    );
  }
  return (
    <>
      <span className="block text-muted">{cell.latestId ? cell.reason : "never rehearsed"}</span>
      {latest}
    </>
  );
}
