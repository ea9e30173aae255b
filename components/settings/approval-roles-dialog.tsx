"use client";

import { toast } from "sonner";
import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/core/access";
import type { MatrixRow } from "@/lib/registry/environment/queries";
import type { Action } from "@/lib/web/action";
import { RoleCheckboxes } from "./role-checkboxes";

type ApprovalRolesProps = {
  row: Pick<MatrixRow, "id" | "slug" | "roles">;
  /** Roles whose holders can sign at all. */
  signers: Role[];
  action: Action<unknown>;
};

export function ApprovalRolesDialog(props: ApprovalRolesProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Edit the roles for ${props.row.slug}`}>
          Edit
        </Button>
      }
      title={`Who signs for ${props.row.slug}`}
      description="Each of these roles must be signed for by another person. Releases under way are judged by the new row at once."
    >
      {(close) => <ApprovalRolesForm {...props} close={close} />}
    </FormDialog>
  );
}

function ApprovalRolesForm({ row, signers, action, close }: ApprovalRolesProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["roles"],
    input: (typed) => ({ environmentId: row.id, roles: typed.getAll("roles") }),
    done() {
      toast.success(`The row of ${row.slug} is set`);
      close();
    },
  });
  const roles = [...new Set([...signers, ...row.roles])];
  return (
    <CommandForm command={command} submitLabel="Save" pendingLabel="Saving…" onCancel={close}>
      <RoleCheckboxes legend="Roles that must sign" roles={roles} held={row.roles} error={command.errorOf("roles")} />
    </CommandForm>
  );
}
