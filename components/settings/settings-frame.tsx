import type { ReactNode } from "react";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";

const TABS = [
  { href: "/settings/people", label: "People" },
  { href: "/settings/sign-in", label: "Sign-in" },
  { href: "/settings/matrix", label: "Approval matrix" },
  { href: "/settings/training", label: "Training" },
  { href: "/settings/services", label: "Services" },
  { href: "/settings/environments", label: "Environments" },
  { href: "/settings/metrics", label: "Metrics" },
  { href: "/settings/after-release", label: "After release" },
  { href: "/settings/calendars", label: "Calendars" },
  { href: "/settings/tokens", label: "API tokens" },
  { href: "/settings/integrations", label: "Integrations" },
  { href: "/settings/notifications", label: "Notifications" },
  { href: "/settings/policy", label: "Gate policy" },
] as const;
export type SettingsPath = (typeof TABS)[number]["href"];

type SettingsFrameProps = { current: SettingsPath; description?: ReactNode; actions?: ReactNode; children: ReactNode };

/** The heading and tabs of every settings page. */
export function SettingsFrame({ current, description, actions, children }: SettingsFrameProps) {
  const tab = TABS.find(({ href }) => href === current);
  return (
    <>
      <PageHeader title="Settings" />
      <LinkTabs label="Settings" items={TABS.map((each) => ({ ...each, current: each.href === current }))} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg tracking-tight">{tab?.label}</h2>
          {description && <div className="max-w-prose text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </>
  );
}
