import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { headlineOf } from "@/lib/core/notification/message";
import type { DeliveryView } from "@/lib/registry/notification/deliveries";
import { deliveryWord } from "./delivery-status";

type DeliveryTableProps = { items: DeliveryView[]; now: string; retryOf: (item: DeliveryView) => ReactNode };

/** The outbox: what was told to whom, and how that went. */
export function DeliveryTable({ items, now, retryOf }: DeliveryTableProps) {
  return (
    <Table caption="Deliveries, newest first">
      <THead>
        <Tr>
          <Th>Notice</Th>
          <Th>To</Th>
          <Th>State</Th>
          <Th numeric>Attempts</Th>
          <Th>When</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Notice" className="wrap-anywhere">
              <TextLink href={item.path}>{headlineOf(item)}</TextLink>
              <span className="block text-muted text-sm">{item.label}</span>
            </Td>
            <Td label="To" className="wrap-anywhere">
              {item.recipient}
              <span className="block text-muted text-sm">
                {item.recipientKind === "person" ? "by e-mail" : "channel"}
              </span>
            </Td>
            <Td label="State">
              <Outcome item={item} retry={retryOf(item)} />
            </Td>
            <Td label="Attempts" numeric>
              {item.attempts}
            </Td>
            <Td label="When" className="whitespace-nowrap">
              <Instant at={item.sentAt ?? item.createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Outcome({ item, retry }: { item: DeliveryView; retry: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-1">
      <Status {...deliveryWord(item)} />
      {item.error && <p className="wrap-anywhere max-w-prose text-muted text-sm">{item.error}</p>}
      {retry}
    </div>
  );
}
