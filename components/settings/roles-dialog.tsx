"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { ROLES } from "@/lib/core/access";
import type { PersonView } from "@/lib/registry/person/queries";
import type { Action } from "@/lib/web/action";
import { RoleCheckboxes } from "./role-checkboxes";

type RolesDialogProps = { person: Pick<PersonView, "id" | "name" | "roles" | "fromGroups">; action: Action<unknown> };

export function RolesDialog(props: RolesDialogProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Roles of ${props.person.name}`}>
          Roles
        </Button>
      }
      title={`Roles of ${props.person.name}`}
      description="A change acts at once, also on sessions that are open."
    >
      {(close) => <RolesForm {...props} close={close} />}
    </FormDialog>
  );
}

function RolesForm({ person, action, close }: RolesDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["roles"],
    input: (typed) => ({ personId: person.id, roles: typed.getAll("roles") }),
    // No role at all would remove the person, which has a button of its own.
    refuse: ({ roles }) => (roles.length === 0 ? { roles: "give at least one role" } : null),
    done() {
      toast.success(`The roles of ${person.name} are set`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Set roles" pendingLabel="Setting…" onCancel={close}>
      <RoleCheckboxes
        legend="Roles in this tenant"
        hint={hintOf(person.fromGroups)}
        roles={ROLES}
        held={person.roles}
        error={command.errorOf("roles")}
      />
    </CommandForm>
  );
}

function hintOf(fromGroups: PersonView["fromGroups"]): string | undefined {
  if (fromGroups.length === 0) return undefined;
  const roles = fromGroups.map(({ role }) => role).join(", ");
  return `By groups: ${roles}. Taken away here, such a role returns at the next sign-in while the group gives it.`;
}
