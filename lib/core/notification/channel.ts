import type { NoticeKind } from "./kinds";

/** Slack's incoming webhook, a Teams workflow's webhook, or any system that takes signed JSON. */
export const CHANNEL_KINDS = ["slack", "teams", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CHANNEL_KIND_NAMES: Record<ChannelKind, string> = {
  slack: "Slack",
  teams: "Microsoft Teams",
  webhook: "Webhook",
};

type Subscriber = { subscriptions: readonly NoticeKind[]; serviceId: string | null; disabledAt: Date | null };

/** Whether a channel is told: it subscribed to the kind and, where it is limited to a service, the news is of that one. */
export function isSubscribed(channel: Subscriber, notice: { kind: NoticeKind; serviceId: string | null }): boolean {
  if (channel.disabledAt !== null || !channel.subscriptions.includes(notice.kind)) return false;
  return channel.serviceId === null || channel.serviceId === notice.serviceId;
}
