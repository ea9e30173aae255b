"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { GroupRoleView } from "@/lib/registry/group-role/queries";
import type { Action } from "@/lib/web/action";

type RemoveProps = { mapping: Pick<GroupRoleView, "id" | "group" | "role">; action: Action<{ lost: number }> };

export function RemoveGroupRoleDialog(props: RemoveProps) {
  const { group, role } = props.mapping;
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Remove ${role} from ${group}`}>
          Remove
        </Button>
      }
      title={`Take ${role} from the group ${group}?`}
      description="At once, from everybody who has the role by this group alone. Roles given by hand stay."
    >
      {(close) => <RemoveForm {...props} close={close} />}
    </FormDialog>
  );
}

function RemoveForm({ mapping, action, close }: RemoveProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: [],
    input: () => ({ groupRoleId: mapping.id }),
    done({ lost }) {
      toast.success(
        `${mapping.group} no longer gives ${mapping.role}: ${lost === 1 ? "1 person" : `${lost} people`} lost it`,
      );
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Take role" pendingLabel="Removing…" tone="danger" onCancel={close} />
  );
}
