import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReadinessEvent } from "@/lib/registry/event/queries";

/** What was recorded for each suite that failed: who has to act on it, and why. */
export function RecordedFailures({ events, now }: { events: readonly ReadinessEvent[]; now: string }) {
  if (events.length === 0) return <p className="text-muted">Nothing was recorded when this run arrived.</p>;
  return (
    <Table caption="Recorded failures of suites">
      <THead>
        <Tr>
          <Th>Suite</Th>
          <Th>Owner</Th>
          <Th>Why</Th>
          <Th>Not run because of it</Th>
          <Th>Recorded</Th>
          <Th>Links</Th>
        </Tr>
      </THead>
      <TBody>
        {events.map(({ id, owner, at, data }) => (
          <Tr key={id}>
            <Td header label="Suite" className="font-medium">
              {data.suite}
            </Td>
            <Td label="Owner" className="wrap-anywhere">
              {owner}
            </Td>
            <Td label="Why" className="wrap-anywhere">
              {data.reasons[0]}
              {data.reasons.length > 1 && <span className="text-muted"> and {data.reasons.length - 1} more</span>}
            </Td>
            <Td label="Not run">{data.notRun.join(", ") || "–"}</Td>
            <Td label="Recorded" className="whitespace-nowrap">
              <Instant at={at} now={now} />
            </Td>
            <Td label="Links">
              {data.links.run ? (
                <TextLink href={data.links.run} external>
                  Pipeline run
                </TextLink>
              ) : (
                "–"
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
