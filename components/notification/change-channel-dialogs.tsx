"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ChannelView } from "@/lib/registry/notification-channel/queries";
import type { Action } from "@/lib/web/action";
import { CHANNEL_FIELDS, ChannelFields, channelFrom, type ServiceChoice } from "./channel-fields";

type EditProps = { channel: ChannelView; action: Action<unknown>; services: readonly ServiceChoice[] };

export function EditChannelDialog(props: EditProps) {
  const { name } = props.channel;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Edit ${name}`}>
          Edit
        </Button>
      }
      title={`Edit ${name}`}
      size="lg"
    >
      {(close) => <EditForm {...props} close={close} />}
    </FormDialog>
  );
}

function EditForm({ channel, action, services, close }: EditProps & { close: () => void }) {
  const { id, name, host, subscriptions, service } = channel;
  const command = useCommandForm({
    action,
    fields: CHANNEL_FIELDS,
    input: (typed) => ({ ...channelFrom(typed), channelId: id }),
    done() {
      toast.success(`${name} is changed`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Save" pendingLabel="Saving…" onCancel={close}>
      <ChannelFields
        errorOf={command.errorOf}
        services={services}
        urlHint={`Left empty, it stays the one at ${host}.`}
        given={{ name, subscriptions, serviceId: service?.id ?? null }}
      />
    </CommandForm>
  );
}

type Of = Pick<ChannelView, "id" | "name">;
type SwitchProps = { channel: Of & { enabled: boolean }; action: Action<unknown> };

export function SwitchChannelDialog({ channel: { id, name, enabled }, action }: SwitchProps) {
  const verb = enabled ? "Disable" : "Enable";
  return (
    <ConfirmedDialog
      verb={verb}
      name={name}
      tone={enabled ? "danger" : "primary"}
      description={
        enabled
          ? "It is told nothing until it is enabled; what happens meanwhile is not told later."
          : "It is told what happens from now on."
      }
      told={`${name} is ${enabled ? "disabled" : "enabled"}`}
      action={action}
      input={{ channelId: id, enabled: !enabled }}
    />
  );
}

export function RemoveChannelDialog({ channel: { id, name }, action }: { channel: Of; action: Action<unknown> }) {
  return (
    <ConfirmedDialog
      verb="Remove"
      name={name}
      tone="danger"
      description="Its address and secret are deleted. The list of deliveries keeps what it was told."
      told={`${name} is removed`}
      action={action}
      input={{ channelId: id }}
    />
  );
}

type ConfirmedProps = {
  verb: string;
  name: string;
  tone: "primary" | "danger";
  description: string;
  told: string;
  action: Action<unknown>;
  input: unknown;
};

function ConfirmedDialog(props: ConfirmedProps) {
  const { verb, name, tone, description } = props;
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant={tone === "danger" ? "danger" : "secondary"} aria-label={`${verb} ${name}`}>
          {verb}
        </Button>
      }
      title={`${verb} ${name}?`}
      description={description}
    >
      {(close) => <ConfirmedForm {...props} close={close} />}
    </FormDialog>
  );
}

function ConfirmedForm({ verb, tone, told, action, input, close }: ConfirmedProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: [],
    input: () => input,
    done() {
      toast.success(told);
      close();
    },
  });
  return <CommandForm command={command} submitLabel={verb} pendingLabel="Changing…" tone={tone} onCancel={close} />;
}
