"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type RevokeTokenProps = { token: { id: string; name: string }; action: Action<unknown> };

export function RevokeTokenDialog(props: RevokeTokenProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Revoke ${props.token.name}`}>
          Revoke
        </Button>
      }
      title={`Revoke the token ${props.token.name}?`}
      description="The next request with it is refused. This cannot be undone; a new token can be created."
    >
      {(close) => <RevokeTokenForm {...props} close={close} />}
    </FormDialog>
  );
}

function RevokeTokenForm({ token, action, close }: RevokeTokenProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: [],
    input: () => ({ tokenId: token.id }),
    done() {
      toast.success(`${token.name} is revoked`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Revoke token" pendingLabel="Revoking…" tone="danger" onCancel={close} />
  );
}
