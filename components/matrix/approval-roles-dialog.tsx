"use client";

import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { RowView } from "@/lib/registry/environment/matrix-queries";
import type { Action } from "@/lib/web/action";
import { ApprovalRolesForm, type MatrixChoices, type RowSet } from "./approval-roles-form";

type DialogProps = { choices: MatrixChoices; action: Action<RowSet> };

const ABOUT =
  "Each of these roles must be signed for by another person. Releases under way are judged by the new row as soon as it holds.";

/** Sets a row that is there: an environment's, or a service's in it. */
export function ApprovalRolesDialog({ row, ...props }: DialogProps & { row: RowView }) {
  const what = row.service ? `${row.service} in ${row.environment}` : row.environment;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Edit the roles for ${what}`}>
          Edit
        </Button>
      }
      title={`Who signs for ${what}`}
      description={ABOUT}
      size="lg"
    >
      {(close) => (
        <ApprovalRolesForm
          {...props}
          place={row}
          roles={row.current?.roles ?? []}
          done={told(what, close)}
          close={close}
        />
      )}
    </FormDialog>
  );
}

type AddProps = DialogProps & { environment: RowView; taken: readonly string[] };

/** Gives a service a row of its own, which replaces the environment's for it. */
export function AddServiceRowDialog({ environment, taken, ...props }: AddProps) {
  const free = props.choices.services.filter(({ id }) => !taken.includes(id));
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Set roles for one service in ${environment.environment}`}>
          Set roles for one service …
        </Button>
      }
      title={`One service in ${environment.environment}`}
      description={`For this service these roles replace those of ${environment.environment}.`}
      size="lg"
    >
      {(close) => (
        <ApprovalRolesForm
          {...props}
          place={environment}
          services={free}
          roles={environment.current?.roles ?? []}
          done={told(environment.environment, close)}
          close={close}
        />
      )}
    </FormDialog>
  );
}

function told(what: string, close: () => void) {
  return ({ unheld }: RowSet) => {
    if (unheld.length > 0)
      toast.warning(`Set, but nobody holds ${unheld.join(", ")}: nothing can be approved until somebody does`);
    else toast.success(`The row of ${what} is set`);
    close();
  };
}
