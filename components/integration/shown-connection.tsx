"use client";

import { ShownOnce } from "@/components/form/shown-once";
import { CodeSnippet } from "@/components/ui/code-snippet";

export type Connection = { id: string; webhookSecret: string };
type ShownConnectionProps = { connection: Connection; webhookUrl: string; onDone: () => void };

/** Where the other system sends its webhooks, and the secret that it signs them with, this one time. */
export function ShownConnection({ connection, webhookUrl, onDone }: ShownConnectionProps) {
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <p className="font-medium text-sm">Webhook URL</p>
        <CodeSnippet code={webhookUrl} label="webhook URL" />
      </div>
      <ShownOnce
        secret={connection.webhookSecret}
        label="webhook secret"
        title="This webhook secret is shown only now"
        onDone={onDone}
      >
        Put it where the other system signs its webhooks. It is stored encrypted and cannot be shown again.
      </ShownOnce>
    </div>
  );
}
