import type { ReactNode } from "react";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { FreshnessCell, FreshnessView } from "@/lib/registry/rehearsal/freshness";
import type { ProgrammeView } from "@/lib/registry/rehearsal/programmes";
import { cadenceText } from "./cadence-text";
import { FreshnessIndicator } from "./freshness-indicator";
import type { PlanningPlace } from "./planning-choices";

type FreshnessTableProps = {
  view: FreshnessView;
  /** What the reader can do about a place's programme. */
  actionOf?: (place: PlanningPlace, programme: ProgrammeView | null) => ReactNode;
};

export function FreshnessTable({ view, actionOf }: FreshnessTableProps) {
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
        {view.services.map(({ id, slug, name, cells }) => (
          <Tr key={slug}>
            <Td header label="Service" className="font-medium">
              {slug}
              {name !== slug && <span className="block font-normal text-muted text-sm">{name}</span>}
            </Td>
            {cells.map((cell) => {
              const { environmentId, environment } = cell;
              return (
                <Td key={environmentId} label={environment}>
                  <FreshnessIndicator indicator={cell.indicator} now={view.now} />
                  <CellNote cell={cell} />
                  {actionOf?.({ serviceId: id, service: slug, environmentId, environment }, cell.programme)}
                </Td>
              );
            })}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function CellNote({ cell: { indicator, latestId, reason, programme } }: { cell: FreshnessCell }) {
  const isTold = indicator.word === "failed" || indicator.word === "error";
  return (
    <div className="text-sm">
      {isTold && <p className="text-muted">{reason}</p>}
      {programme && (
        <p className="text-muted">
          {cadenceText(programme.cadence)}
          {programme.leadName && `, led by ${programme.leadName}`}
        </p>
      )}
      {latestId && (
        <p className="flex min-h-7 items-center">
          <TextLink href={`/rehearsals/${latestId}`} className="py-1">
            latest rehearsal
          </TextLink>
        </p>
      )}
    </div>
  );
}
