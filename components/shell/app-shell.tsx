import type { ReactNode } from "react";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import type { Permission } from "@/lib/core/access";
import { Brand } from "./brand";
import { CommandPalette } from "./command-palette";
import { MainNav } from "./main-nav";
import { MobileNav } from "./mobile-nav";
import { NavigationProgress } from "./navigation-progress";
import { PersonMenu, type ShellPerson } from "./person-menu";
import { PrintHeader } from "./print-header";
import { SampleBanner } from "./sample-banner";
import { KeyListener } from "./shortcuts/key-listener";
import { SkipLink } from "./skip-link";
import { type ShellTenant, TenantSwitcher } from "./tenant-switcher";

type AppShellProps = {
  person: ShellPerson;
  tenants: readonly ShellTenant[];
  switchAction: (formData: FormData) => Promise<void>;
  /** A form or button that ends the session. */
  signOut: ReactNode;
  /** Present while the current tenant holds sample data; without `removeAction` the reader may not remove it. */
  sample?: { removeAction?: (formData: FormData) => Promise<void> };
  /** What the reader may do in this tenant. */
  may: readonly Permission[];
  children: ReactNode;
};

export function AppShell({ person, tenants, switchAction, signOut, sample, may, children }: AppShellProps) {
  const tenant = tenants.find(({ current }) => current);
  return (
    <div className="md:grid md:grid-cols-[var(--shell-rail)_minmax(0,1fr)] print:block">
      <SkipLink />
      <NavigationProgress />
      <KeyListener />
      <nav aria-label="Main" data-no-print="" className="sticky top-0 h-dvh overflow-y-auto border-e p-3 max-md:hidden">
        <Brand className="mb-3 px-2" />
        <MainNav />
      </nav>
      <div className="min-w-0">
        <header
          data-no-print=""
          className="sticky top-0 z-20 flex h-(--shell-bar) items-center gap-1 border-b bg-background px-3 md:px-4"
        >
          <MobileNav />
          <TenantSwitcher tenants={tenants} switchAction={switchAction} />
          <div className="ms-auto flex items-center gap-1">
            <CommandPalette may={may} reader={`${tenant?.id} ${person.email}`} />
            <ThemeToggle />
            <PersonMenu person={person} signOut={signOut} />
          </div>
        </header>
        <PrintHeader tenant={tenants.find(({ current }) => current)?.name ?? ""} />
        {sample && <SampleBanner {...sample} />}
        <main id="main" tabIndex={-1} className="mx-auto max-w-(--page-max) px-4 py-6 outline-none md:px-6">
          {children}
        </main>
      </div>
    </div>
  );
}
