import type { ReactNode } from "react";
import { StepUpProvider } from "@/components/form/step-up";
import { AppShell } from "@/components/shell/app-shell";
import { AuthFrame } from "@/components/shell/auth-frame";
import { SignOut } from "@/components/shell/sign-out";
import { SignOutButton } from "@/components/shell/sign-out-button";
import { stepUpMethod } from "@/lib/auth/oidc";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, PERMISSIONS } from "@/lib/core/access";
import { load } from "@/lib/web/load";
import { removeSample, signOutEverywhereAction, switchTenant } from "./actions";

export const dynamic = "force-dynamic";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const found = await load(pageViewer());
  if (!found.ok) return <NoTenant message={found.failure.message} />;
  const { actor, hasPassword, memberships, tenant } = found.data;
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
      signOut={<SignOut everywhere={signOutEverywhereAction} />}
      may={PERMISSIONS.filter((permission) => can(actor, permission))}
      sample={tenant.sample ? { removeAction: can(actor, "tenant:manage") ? removeSample : undefined } : undefined}
    >
      <StepUpProvider method={stepUpMethod(hasPassword)}>{children}</StepUpProvider>
    </AppShell>
  );
}

/** Signed in, but there is no tenant to show, or it cannot be read. */
function NoTenant({ message }: { message: string }) {
  return (
    <AuthFrame title="You cannot go on here" description={message}>
      <SignOutButton />
    </AuthFrame>
  );
}
