"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { PersonView } from "@/lib/registry/person/queries";
import type { Action } from "@/lib/web/action";

type RemoveProps = { person: Pick<PersonView, "id" | "name">; action: Action<unknown> };

export function RemovePersonDialog(props: RemoveProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Remove ${props.person.name}`}>
          Remove
        </Button>
      }
      title={`Remove ${props.person.name} from this tenant?`}
      description="All their roles here end at once. What they signed and did stays in the registry."
    >
      {(close) => <RemoveForm {...props} close={close} />}
    </FormDialog>
  );
}

function RemoveForm({ person, action, close }: RemoveProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: [],
    input: () => ({ personId: person.id, roles: [] }),
    done() {
      toast.success(`${person.name} is removed`);
      close();
    },
  });
  return <CommandForm command={command} submitLabel="Remove" pendingLabel="Removing…" tone="danger" onCancel={close} />;
}
