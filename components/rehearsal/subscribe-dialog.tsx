"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { ShownOnce } from "@/components/form/shown-once";
import { useCommandForm } from "@/components/form/use-command-form";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { OwnFeed } from "@/lib/registry/calendar-feed/queries";
import type { Action } from "@/lib/web/action";

type SubscribeProps = {
  feed: OwnFeed | null;
  /** Where personal calendars are; the file that the command answers is added. */
  base: string;
  createAction: Action<{ file: string }>;
  revokeAction: Action<unknown>;
};

/** The rehearsal calendar in the reader's own calendar program. */
export function SubscribeDialog(props: SubscribeProps) {
  return (
    <FormDialog
      trigger={<Button>Subscribe</Button>}
      title="Subscribe to the rehearsal calendar"
      description="An address of your own, for your calendar program: due dates and planned sessions. Whoever has it can read them; it ends when you leave."
    >
      {(close) => <Subscribe {...props} close={close} />}
    </FormDialog>
  );
}

function Subscribe({ feed, base, createAction, revokeAction, close }: SubscribeProps & { close: () => void }) {
  const router = useRouter();
  const [file, setFile] = useState<string | null>(null);
  function stored() {
    close();
    router.refresh();
  }
  const command = useCommandForm({
    action: createAction,
    fields: [],
    input: () => ({}),
    done: (data) => setFile(data.file),
  });
  if (file) {
    return (
      <ShownOnce
        secret={`${base}/${file}`}
        label="calendar address"
        title="This address is shown only now"
        onDone={stored}
      >
        Add it to your calendar program as a subscribed calendar.
      </ShownOnce>
    );
  }
  return (
    <>
      {feed && <Existing feed={feed} />}
      <CommandForm
        command={command}
        submitLabel={feed ? "Replace the address" : "Make an address"}
        pendingLabel="Making …"
        onCancel={close}
      />
      {feed && (
        <div className="mt-4 border-t pt-4">
          <ConfirmDialog
            trigger={<Button variant="danger">Revoke the address</Button>}
            title="Revoke your calendar address?"
            description="Calendar programs that use it get nothing more. You can make a new one."
            confirmLabel="Revoke address"
            tone="danger"
            action={async () => {
              const result = await revokeAction({ feedId: feed.id });
              if (result.ok) {
                toast.success("Your calendar address is revoked");
                close();
              }
              return result;
            }}
          />
        </div>
      )}
    </>
  );
}

function Existing({ feed: { createdAt, lastUsedAt, now } }: { feed: OwnFeed }) {
  return (
    <p className="mb-4 text-sm">
      You have an address, made <Instant at={createdAt} now={now} />
      {lastUsedAt ? (
        <>
          {" "}
          and last used <Instant at={lastUsedAt} now={now} />.
        </>
      ) : (
        " and not used yet."
      )}{" "}
      Only its first reader saw it: to see one again, replace it.
    </p>
  );
}
