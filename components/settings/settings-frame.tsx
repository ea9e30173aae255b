import type { ReactNode } from "react";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { SETTINGS_TABS, type SettingsPath } from "./settings-tabs";

type SettingsFrameProps = { current: SettingsPath; description?: ReactNode; actions?: ReactNode; children: ReactNode };

/** The heading and tabs of every settings page. */
export function SettingsFrame({ current, description, actions, children }: SettingsFrameProps) {
  const tab = SETTINGS_TABS.find(({ href }) => href === current);
  return (
    <>
      <PageHeader title="Settings" />
      <LinkTabs label="Settings" items={SETTINGS_TABS.map((each) => ({ ...each, current: each.href === current }))} />
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
