"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { CHANNEL_KIND_NAMES, CHANNEL_KINDS, type ChannelKind } from "@/lib/core/notification/channel";
import type { Action } from "@/lib/web/action";
import { CHANNEL_FIELDS, ChannelFields, channelFrom, type ServiceChoice } from "./channel-fields";

type AddProps = { action: Action<{ id: string; secret: string | null }>; services: readonly ServiceChoice[] };

const URL_HINTS: Record<ChannelKind, string> = {
  slack: "The incoming webhook of a Slack app. It is stored encrypted.",
  teams: "The address of a Teams workflow that posts webhook requests to a channel. It is stored encrypted.",
  webhook: "Takes a signed JSON document by POST. It is stored encrypted.",
};

export function AddChannelDialog(props: AddProps) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Add a channel</Button>}
      title="Add a channel"
      description="A chat room or system that is told as soon as something happens."
      size="lg"
    >
      {(close) => <AddForm {...props} close={close} />}
    </FormDialog>
  );
}

function AddForm({ action, services, close }: AddProps & { close: () => void }) {
  const [kind, setKind] = useState<ChannelKind>("slack");
  const [secret, setSecret] = useState<string | null>(null);
  const command = useCommandForm({
    action,
    fields: CHANNEL_FIELDS,
    input: (typed) => ({ ...channelFrom(typed), kind, url: typed.get("url") }),
    done(made) {
      if (made.secret) return setSecret(made.secret);
      toast.success("The channel is added");
      close();
    },
  });
  if (secret) return <SigningSecret secret={secret} onDone={close} />;
  return (
    <CommandForm command={command} submitLabel="Add" pendingLabel="Adding…" onCancel={close}>
      <Field label="Kind" error={command.errorOf("kind")}>
        <Select name="kind" value={kind} onChange={({ target }) => setKind(kindOf(target.value))}>
          {CHANNEL_KINDS.map((each) => (
            <option key={each} value={each}>
              {CHANNEL_KIND_NAMES[each]}
            </option>
          ))}
        </Select>
      </Field>
      <ChannelFields errorOf={command.errorOf} services={services} urlHint={URL_HINTS[kind]} />
    </CommandForm>
  );
}

const kindOf = (value: string): ChannelKind => CHANNEL_KINDS.find((each) => each === value) ?? "slack";

function SigningSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <ShownOnce secret={secret} label="signing secret" title="This signing secret is shown only now" onDone={onDone}>
      Each request carries X-Readiness-Timestamp, and in X-Readiness-Signature-256 the HMAC-SHA-256 of the timestamp, a
      full stop and the body, made with this secret. Refuse what it does not match.
    </ShownOnce>
  );
}
