"use client";

import type { DeliveryState } from "@/lib/core/notification/delivery";
import type { Action } from "@/lib/web/action";
import { RunButton } from "./run-button";

type Ended = { state: DeliveryState; reason: string | null };
type TestProps = { action: Action<Ended> };

export function TestChannelButton({
  channel: { id, name },
  action,
}: TestProps & { channel: { id: string; name: string } }) {
  return (
    <RunButton
      label="Send a test"
      accessibleLabel={`Send a test message to ${name}`}
      pendingLabel="Sending…"
      action={action}
      input={{ channelId: id }}
      told={(ended) => toldOf(ended, `${name} took the test message`)}
    />
  );
}

export function TestMailButton({ email, action }: TestProps & { email: string }) {
  return (
    <RunButton
      label="Send a test to yourself"
      pendingLabel="Sending…"
      action={action}
      input={{ channelId: null }}
      told={(ended) => toldOf(ended, `The mail server took the test for ${email}`)}
    />
  );
}

const toldOf = ({ state, reason }: Ended, done: string) =>
  state === "sent" ? { ok: true, text: done } : { ok: false, text: `It did not arrive. ${reason ?? ""}` };

export function RetryButton({ id, title, action }: { id: string; title: string; action: Action<unknown> }) {
  return (
    <RunButton
      label="Try again"
      accessibleLabel={`Try again: ${title}`}
      pendingLabel="Asking…"
      action={action}
      input={{ notificationId: id }}
      told={() => ({ ok: true, text: "It is being tried again" })}
    />
  );
}
