import { FreshnessIndicator } from "@/components/rehearsal/freshness-indicator";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { FreshnessCell, FreshnessView } from "@/lib/registry/rehearsal/freshness";

type RehearsalMatrixProps = {
  view: Pick<FreshnessView, "services" | "environments" | "now">;
  /** The page narrowed to a service, or to an environment. */
  serviceHref: (slug: string) => string;
  environmentHref: (slug: string) => string;
};

/** How fresh the rollback rehearsals of every place are; what needs none says so, and is not counted. */
export function RehearsalMatrix({ view, serviceHref, environmentHref }: RehearsalMatrixProps) {
  return (
    <Table caption="Freshness of rollback rehearsals by service and environment">
      <THead>
        <Tr>
          <Th>Service</Th>
          {view.environments.map((environment) => (
            <Th key={environment}>
              <TextLink quiet href={environmentHref(environment)}>
                {environment}
              </TextLink>
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {view.services.map(({ slug, cells }) => (
          <Tr key={slug}>
            <Td header label="Service">
              <TextLink quiet href={serviceHref(slug)}>
                {slug}
              </TextLink>
            </Td>
            {cells.map((cell) => (
              <Td key={cell.environmentId} label={cell.environment}>
                <Freshness cell={cell} now={view.now} />
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Freshness({ cell, now }: { cell: FreshnessCell; now: string }) {
  if (!cell.isExpected && cell.latestId === null) return <span className="text-muted text-sm">none asked for</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <FreshnessIndicator indicator={cell.indicator} now={now} size="sm" />
      {cell.latestId && (
        <TextLink href={`/rehearsals/${cell.latestId}`} className="inline-flex min-h-6 items-center text-sm">
          latest
          <span className="sr-only"> rehearsal in {cell.environment}</span>
        </TextLink>
      )}
      {!cell.isExpected && <span className="text-muted text-sm">not counted</span>}
    </span>
  );
}
