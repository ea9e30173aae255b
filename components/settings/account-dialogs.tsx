"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { PersonView } from "@/lib/registry/person/queries";
import type { Action } from "@/lib/web/action";

type AccountProps = { person: Pick<PersonView, "id" | "name">; action: Action<unknown> };

export function EndSessionsDialog({ person, action }: AccountProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Sign out ${person.name}`}>
          Sign out
        </Button>
      }
      title={`Sign ${person.name} out everywhere?`}
      description="All their sessions end at once. They can sign in again."
    >
      {(close) => (
        <AccountForm
          person={person}
          action={action}
          close={close}
          label="Sign out"
          told={`${person.name} is signed out`}
        />
      )}
    </FormDialog>
  );
}

export function DisableDialog({ person, action }: AccountProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Disable ${person.name}`}>
          Disable
        </Button>
      }
      title={`Disable ${person.name}?`}
      description="Their sessions end at once, they cannot sign in, and their signatures stop counting. Roles are kept."
    >
      {(close) => (
        <AccountForm
          person={person}
          action={action}
          close={close}
          label="Disable"
          tone="danger"
          told={`${person.name} is disabled`}
        />
      )}
    </FormDialog>
  );
}

export function EnableDialog({ person, action }: AccountProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Enable ${person.name}`}>
          Enable
        </Button>
      }
      title={`Enable ${person.name}?`}
      description="They can sign in again, with the roles they have. Their signatures count again."
    >
      {(close) => (
        <AccountForm person={person} action={action} close={close} label="Enable" told={`${person.name} is enabled`} />
      )}
    </FormDialog>
  );
}

export function UnlinkDialog({ person, action, provider }: AccountProps & { provider: string }) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Unlink ${person.name}`}>
          Unlink
        </Button>
      }
      title={`Unlink ${person.name} from ${provider}?`}
      description="For somebody who got another account there. Their sessions end; the next sign-in with their verified e-mail address links anew."
    >
      {(close) => (
        <AccountForm
          person={person}
          action={action}
          close={close}
          label="Unlink"
          signed
          told={`${person.name} is unlinked`}
        />
      )}
    </FormDialog>
  );
}

type AccountFormProps = AccountProps & {
  close: () => void;
  label: string;
  tone?: "primary" | "danger";
  told: string;
  /** Asks who it is again. */
  signed?: boolean;
};

function AccountForm({ person, action, close, label, tone, told, signed }: AccountFormProps) {
  const command = useCommandForm({
    action,
    fields: signed ? ["password"] : [],
    input: (typed) => (signed ? { personId: person.id, password: typed.get("password") } : { personId: person.id }),
    done() {
      toast.success(told);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel={label} pendingLabel="Changing…" tone={tone} onCancel={close}>
      {signed && <StepUpField error={command.errorOf("password")} />}
    </CommandForm>
  );
}
