import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { SignOutButton } from "@/components/shell/sign-out-button";
import { pageViewer } from "@/lib/auth/page-actor";
import { removeSample, switchTenant } from "./actions";

export const dynamic = "force-dynamic";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { actor, memberships, tenant } = await pageViewer();
  const tenants = memberships.map(({ tenantId, name, sample }) => ({
    id: tenantId,
    name,
    sample,
    current: tenantId === tenant.tenantId,
  }));
  return (
    <AppShell
      person={actor}
      tenants={tenants}
      switchAction={switchTenant}
      signOut={<SignOutButton />}
      sample={tenant.sample ? { removeAction: actor.roles.includes("admin") ? removeSample : undefined } : undefined}
    >
      {children}
    </AppShell>
  );
}
