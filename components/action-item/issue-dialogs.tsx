"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { RepositoryChoice } from "@/lib/registry/action-item/issue/choices";
import type { Action } from "@/lib/web/action";

type OpenProps = {
  actionItemId: string;
  /** Those of the item's service first. */
  repositories: readonly RepositoryChoice[];
  action: Action<unknown>;
};
type Closing = { close: () => void };

export function OpenIssueDialog(props: OpenProps) {
  return (
    <FormDialog
      trigger={<Button>Open an issue</Button>}
      title="Open a GitHub issue"
      description="The item and its issue follow each other from then on: title, and whether it is done."
    >
      {(close) => <OpenForm {...props} close={close} />}
    </FormDialog>
  );
}

function OpenForm({ actionItemId, repositories, action, close }: OpenProps & Closing) {
  const command = useCommandForm({
    action,
    fields: ["repository"],
    input: (typed) => {
      const place = repositories[Number(typed.get("repository"))];
      return { actionItemId, integrationId: place?.integrationId, repository: place?.repository };
    },
    done() {
      toast.success("GitHub is being asked to open it");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Open issue" pendingLabel="Asking…" onCancel={close}>
      <Field label="Repository" error={command.errorOf("repository")} required>
        <Select name="repository" defaultValue="0">
          {repositories.map(({ integrationId, integration, repository, service }, index) => (
            <option key={`${integrationId} ${repository}`} value={index}>
              {repository} ({service}, by {integration})
            </option>
          ))}
        </Select>
      </Field>
    </CommandForm>
  );
}

type LinkProps = { actionItemId: string; action: Action<unknown> };

export function LinkIssueDialog(props: LinkProps) {
  return (
    <FormDialog
      trigger={<Button>Link an issue</Button>}
      title="Link a GitHub issue"
      description="Both keep their titles. If one of the two is closed, the other is closed too."
    >
      {(close) => <LinkForm {...props} close={close} />}
    </FormDialog>
  );
}

function LinkForm({ actionItemId, action, close }: LinkProps & Closing) {
  const command = useCommandForm({
    action,
    fields: ["url"],
    input: (typed) => ({ actionItemId, url: typed.get("url") }),
    done() {
      toast.success("The item is linked with the issue");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Link issue" pendingLabel="Linking…" onCancel={close}>
      <Field label="Address of the issue" error={command.errorOf("url")} required>
        <Input type="url" name="url" placeholder="https://github.com/acme/shop/issues/12" />
      </Field>
    </CommandForm>
  );
}

export function UnlinkDialog({ actionItemId, action }: LinkProps) {
  return (
    <ConfirmDialog
      trigger={<Button>Unlink</Button>}
      title="Unlink the issue?"
      description="The item and its issue stay as they are, and follow each other no more."
      confirmLabel="Unlink"
      action={() => action({ actionItemId })}
    />
  );
}

export function RetryDialog({ actionItemId, action }: LinkProps) {
  return (
    <ConfirmDialog
      trigger={<Button size="sm">Try now</Button>}
      title="Ask GitHub again now?"
      description="It is asked again by itself too, less and less often."
      confirmLabel="Try now"
      action={() => action({ actionItemId })}
    />
  );
}
