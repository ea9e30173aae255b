import type { Metadata } from "next";
import { AddDashboardDialog } from "@/components/dashboard/dashboard-dialogs";
import { DashboardTable } from "@/components/dashboard/dashboard-table";
import { LoadFailure } from "@/components/page/load-failure";
import { WindowSettingTable } from "@/components/post-release/window-setting-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { listDashboards } from "@/lib/registry/dashboard/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { windowSettings } from "@/lib/registry/verification/queries";
import { load } from "@/lib/web/load";
import {
  addDashboardAction,
  changeDashboardAction,
  removeDashboardAction,
  setVerificationMinutesAction,
} from "./actions";

export const metadata: Metadata = { title: "After release" };

const PATH = "/settings/after-release";

export default async function AfterReleasePage() {
  const { actor } = await pageViewer();
  const manages = can(actor, "catalogue:manage");
  const [dashboards, services, windows] = await Promise.all([
    load(listDashboards(actor)),
    load(serviceChoices(actor)),
    load(windowSettings(actor)),
  ]);
  const choices = services.ok ? services.data.map(({ id, slug }) => ({ id, slug })) : [];
  const actions = manages ? { change: changeDashboardAction, remove: removeDashboardAction } : null;
  return (
    <SettingsFrame current={PATH} description="What follows of itself when a rollout has succeeded.">
      <Section
        title="Dashboards"
        description={`Links that every later release gets.${manages ? "" : ` Changing them takes the role ${rolesWith("catalogue:manage").join(" or ")}.`}`}
        actions={manages && <AddDashboardDialog services={choices} action={addDashboardAction} />}
      >
        {!dashboards.ok && <LoadFailure failure={dashboards.failure} retryHref={PATH} />}
        {dashboards.ok && dashboards.data.length === 0 && <NoDashboard />}
        {dashboards.ok && dashboards.data.length > 0 && (
          <DashboardTable items={dashboards.data} services={choices} actions={actions} />
        )}
      </Section>
      <Section
        title="Verification window"
        description={`For how long the metrics of a release are watched after its rollout.${can(actor, "environment:manage") ? "" : ` Changing it takes the role ${rolesWith("environment:manage").join(" or ")}.`}`}
      >
        {windows.ok ? (
          <WindowSettingTable
            items={windows.data}
            change={can(actor, "environment:manage") ? setVerificationMinutesAction : null}
          />
        ) : (
          <LoadFailure failure={windows.failure} retryHref={PATH} />
        )}
      </Section>
    </SettingsFrame>
  );
}

function NoDashboard() {
  return (
    <NothingYet
      title="There is no dashboard yet"
      snippet="https://grafana.example.com/d/latency?var-service={service}&from={from}&to={to}"
      snippetLabel="an example link"
    >
      A link with placeholders is filled in for each release, so that its readers see the time of its rollout.
    </NothingYet>
  );
}
