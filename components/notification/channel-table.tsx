import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { CHANNEL_KIND_NAMES } from "@/lib/core/notification/channel";
import { KIND_FACTS } from "@/lib/core/notification/kind-facts";
import { NOTICE_KINDS } from "@/lib/core/notification/kinds";
import type { ChannelView } from "@/lib/registry/notification-channel/queries";
import { deliveryWord } from "./delivery-status";

type ChannelTableProps = { items: ChannelView[]; now: string; actionsOf: (channel: ChannelView) => ReactNode };

/** Chat rooms and systems that are told, and how the last message to each fared. */
export function ChannelTable({ items, now, actionsOf }: ChannelTableProps) {
  return (
    <Table caption="Channels by name">
      <THead>
        <Tr>
          <Th>Channel</Th>
          <Th>Told about</Th>
          <Th>Last delivery</Th>
          <Th>Change</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((channel) => (
          <Tr key={channel.id}>
            <Td header label="Channel" className="wrap-anywhere">
              <Name channel={channel} />
            </Td>
            <Td label="Told about">
              <Subscriptions channel={channel} />
            </Td>
            <Td label="Last delivery">
              <Last last={channel.last} now={now} />
            </Td>
            <Td label="Change">
              <div className="flex flex-wrap gap-1.5">{actionsOf(channel)}</div>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Name({ channel: { name, kind, host, enabled } }: { channel: ChannelView }) {
  return (
    <div className="grid justify-items-start gap-0.5">
      <span className="flex flex-wrap items-center gap-2 font-medium">
        {name} <Badge>{CHANNEL_KIND_NAMES[kind]}</Badge>
      </span>
      <span className="text-muted text-sm">{host}</span>
      {!enabled && <Status tone="unknown" label="Disabled" size="sm" />}
    </div>
  );
}

function Subscriptions({ channel: { subscriptions, service } }: { channel: ChannelView }) {
  const all = subscriptions.length === NOTICE_KINDS.length;
  return (
    <>
      <Details summary={all ? "Every kind" : `${subscriptions.length} of ${NOTICE_KINDS.length} kinds`}>
        <ul className="list-disc ps-5 text-sm">
          {subscriptions.map((kind) => (
            <li key={kind}>{KIND_FACTS[kind].title}</li>
          ))}
        </ul>
      </Details>
      <p className="text-muted text-sm">{service ? `of ${service.slug}` : "of every service"}</p>
    </>
  );
}

function Last({ last, now }: { last: ChannelView["last"]; now: string }) {
  if (!last) return <span className="text-muted">none yet</span>;
  return (
    <div className="grid justify-items-start gap-0.5">
      <Status {...deliveryWord(last)} size="sm" />
      <Instant at={last.at} now={now} />
      {last.error && <p className="wrap-anywhere text-muted text-sm">{last.error}</p>}
    </div>
  );
}
