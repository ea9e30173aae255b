"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { IntegrationView, LinkView } from "@/lib/registry/integration/queries";
import type { Action } from "@/lib/web/action";

export type Choice = { id: string; slug: string };
type LinkProps = {
  integration: Pick<IntegrationView, "id" | "name">;
  action: Action<{ repository: string }>;
  services: Choice[];
  environments: Choice[];
};

export function LinkDialog(props: LinkProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Link a repository of ${props.integration.name}`}>
          Link a repository
        </Button>
      }
      title="Link a repository"
      description="Which service it deploys, and what its names of environments mean. Linking it again replaces that."
    >
      {(close) => <LinkForm {...props} close={close} />}
    </FormDialog>
  );
}

function LinkForm({ integration, action, services, environments, close }: LinkProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["repository", "serviceId", "environments"],
    input: (typed) => ({
      integrationId: integration.id,
      repository: typed.get("repository"),
      serviceId: typed.get("serviceId"),
      environments: namesOf(environments, typed),
    }),
    done({ repository }) {
      toast.success(`${repository} is linked`);
      close();
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Link" pendingLabel="Linking…" onCancel={close}>
      <Field label="Repository" hint="As owner/name." error={errorOf("repository")} required>
        <Input name="repository" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Service" error={errorOf("serviceId")} required>
        <Select name="serviceId">
          {services.map(({ id, slug }) => (
            <option key={id} value={id}>
              {slug}
            </option>
          ))}
        </Select>
      </Field>
      <Fieldset
        legend="Other names of environments"
        hint="Names that are the same need none. Several are separated by commas."
        error={errorOf("environments").join(" ") || undefined}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          {environments.map(({ id, slug }) => (
            <Field key={id} label={slug}>
              <Input name={`names-${id}`} autoComplete="off" autoCapitalize="none" spellCheck={false} />
            </Field>
          ))}
        </div>
      </Fieldset>
    </CommandForm>
  );
}

function namesOf(environments: Choice[], typed: FormData): Record<string, string> {
  const named = environments.flatMap(({ id }) =>
    String(typed.get(`names-${id}`) ?? "")
      .split(",")
      .map((name) => [name.trim(), id] as const),
  );
  return Object.fromEntries(named.filter(([name]) => name !== ""));
}

type UnlinkProps = { link: Pick<LinkView, "id" | "repository">; action: Action<unknown> };

export function UnlinkDialog(props: UnlinkProps) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Unlink ${props.link.repository}`}>
          Unlink
        </Button>
      }
      title={`Unlink ${props.link.repository}?`}
      description="Its deployments are not answered any more."
    >
      {(close) => <UnlinkForm {...props} close={close} />}
    </FormDialog>
  );
}

function UnlinkForm({ link, action, close }: UnlinkProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: [],
    input: () => ({ linkId: link.id }),
    done() {
      toast.success(`${link.repository} is unlinked`);
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Unlink" pendingLabel="Unlinking…" tone="danger" onCancel={close} />
  );
}
