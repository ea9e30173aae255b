import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RequestSummary } from "@/lib/registry/waiver/request-queries";
import { RequestState } from "./request-state";
import { checkTitle, Scope } from "./waiver-table";

export function RequestTable({ items, now }: { items: readonly RequestSummary[]; now: string }) {
  return (
    <Table caption="Requests for waivers, latest first">
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th>Applies to</Th>
          <Th>State</Th>
          <Th>Requested by</Th>
          <Th>Requested</Th>
          <Th>Wanted until</Th>
          <Th>Decided</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((request) => (
          <Tr key={request.id}>
            <Td header label="Check">
              <TextLink quiet href={`/waivers/requests/${request.id}`}>
                {checkTitle(request.checkId)}
              </TextLink>
              {request.finding && <span className="block break-all text-muted text-sm">{request.finding}</span>}
            </Td>
            <Td label="Applies to">
              <Scope waiver={request} />
            </Td>
            <Td label="State">
              <RequestState standing={request.standing} />
            </Td>
            <Td label="Requested by">{request.requestedBy}</Td>
            <Td label="Requested" className="whitespace-nowrap">
              <Instant at={request.requestedAt} now={now} />
            </Td>
            <Td label="Wanted until" className="whitespace-nowrap">
              <Instant at={request.expiresAt} now={now} />
            </Td>
            <Td label={request.decided ? "Decided" : undefined}>
              {request.decided && (
                <>
                  <Instant at={request.decided.at} now={now} className="whitespace-nowrap" />
                  <span className="block text-muted text-sm">by {request.decided.by}</span>
                </>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
