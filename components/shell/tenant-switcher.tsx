"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ChoiceMenu } from "@/components/ui/choice-menu";

export type ShellTenant = { id: string; name: string; sample: boolean; current: boolean };

type TenantSwitcherProps = {
  tenants: readonly ShellTenant[];
  /** Receives the chosen id as `tenantId`. */
  switchAction: (formData: FormData) => Promise<void>;
};

export function TenantSwitcher({ tenants, switchAction }: TenantSwitcherProps) {
  const [pending, startTransition] = useTransition();
  const current = tenants.find((tenant) => tenant.current);
  const name = <span className="truncate">{current?.name ?? "Choose a tenant"}</span>;
  if (tenants.length < 2 && current) {
    return (
      <span className="flex min-w-0 items-center gap-2 px-2 font-medium">
        <span className="sr-only">Tenant:</span>
        {name}
        {current.sample && <Badge>Sample</Badge>}
      </span>
    );
  }
  function choose(tenantId: string) {
    if (tenantId === current?.id) return;
    const form = new FormData();
    form.set("tenantId", tenantId);
    startTransition(() => switchAction(form));
  }
  return (
    <ChoiceMenu
      heading="Switch tenant"
      value={current?.id ?? ""}
      onChoose={choose}
      choices={tenants.map((tenant) => ({
        value: tenant.id,
        label: (
          <>
            <span className="min-w-0 truncate">{tenant.name}</span>
            {tenant.sample && <Badge>Sample</Badge>}
          </>
        ),
      }))}
      trigger={
        <Button variant="ghost" className="min-w-0 shrink! px-2!" aria-busy={pending || undefined}>
          <span className="sr-only">Tenant:</span>
          {name}
          {current?.sample && <Badge>Sample</Badge>}
          <ChevronsUpDown aria-hidden className="text-muted" />
        </Button>
      }
    />
  );
}
