import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RollbackView } from "@/lib/registry/post-release/rollback-readiness";
import { RollbackStatus } from "./rollback-status";

/** What runs in each place, and whether there is a way back from it. */
export function RollbackTable({ places, now }: { places: readonly RollbackView[]; now: string }) {
  return (
    <Table caption="Rollback readiness by service and environment">
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Runs</Th>
          <Th>Goes back to</Th>
          <Th>Rollback</Th>
          <Th>Plan judged</Th>
        </Tr>
      </THead>
      <TBody>
        {places.map((place) => (
          <Tr key={`${place.service} ${place.environment}`}>
            <Td header label="Service" className="font-medium">
              {place.service}
            </Td>
            <Td label="Environment">{place.environment}</Td>
            <Td label="Runs">
              <TextLink quiet href={`/releases/${place.release.id}`} className="[overflow-wrap:anywhere]">
                {place.release.version}
              </TextLink>
            </Td>
            <Td label="Goes back to" className="[overflow-wrap:anywhere]">
              {place.previousVersion ?? <span className="text-muted">nothing before it</span>}
            </Td>
            <Td label="Rollback">
              <RollbackStatus state={place.state} reasons={place.reasons} />
            </Td>
            <Td label="Plan judged" className="whitespace-nowrap">
              <Instant at={place.computedAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
