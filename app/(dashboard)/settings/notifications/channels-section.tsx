import { AddChannelDialog } from "@/components/notification/add-channel-dialog";
import {
  EditChannelDialog,
  RemoveChannelDialog,
  SwitchChannelDialog,
} from "@/components/notification/change-channel-dialogs";
import { ChannelTable } from "@/components/notification/channel-table";
import { TestChannelButton } from "@/components/notification/test-buttons";
import { LoadFailure } from "@/components/page/load-failure";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { listChannels } from "@/lib/registry/notification-channel/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { load } from "@/lib/web/load";
import {
  createChannelAction,
  removeChannelAction,
  sendTestAction,
  setChannelEnabledAction,
  updateChannelAction,
} from "./actions";

/** Chat rooms and systems that are told at once, with everything that an admin does to them. */
export async function ChannelsSection({ actor }: { actor: Actor }) {
  const [list, found] = await Promise.all([load(listChannels(actor)), load(serviceChoices(actor))]);
  const services = found.ok ? found.data.map(({ id, slug }) => ({ id, slug })) : [];
  return (
    <Section
      title="Channels"
      description="Chat rooms and systems that are told at once."
      actions={<AddChannelDialog action={createChannelAction} services={services} />}
    >
      {!list.ok && <LoadFailure failure={list.failure} retryHref="/settings/notifications" />}
      {list.ok && list.data.items.length === 0 && (
        <NothingYet title="No channel yet">
          Add the incoming webhook of a Slack or Teams channel, or any address that takes signed JSON.
        </NothingYet>
      )}
      {list.ok && list.data.items.length > 0 && (
        <ChannelTable
          items={list.data.items}
          now={list.data.now}
          actionsOf={(channel) => (
            <>
              <TestChannelButton channel={{ id: channel.id, name: channel.name }} action={sendTestAction} />
              <EditChannelDialog channel={channel} action={updateChannelAction} services={services} />
              <SwitchChannelDialog channel={channel} action={setChannelEnabledAction} />
              <RemoveChannelDialog channel={channel} action={removeChannelAction} />
            </>
          )}
        />
      )}
    </Section>
  );
}
