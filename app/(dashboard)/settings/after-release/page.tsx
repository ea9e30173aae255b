import type { Metadata } from "next";
import { AddDashboardDialog } from "@/components/dashboard/dashboard-dialogs";
import { DashboardTable } from "@/components/dashboard/dashboard-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { WindowSettingTable } from "@/components/post-release/window-setting-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { listDashboards } from "@/lib/registry/dashboard/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { windowSettings } from "@/lib/registry/verification/queries";
import { type Loading, load } from "@/lib/web/load";
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
  const dashboards = load(listDashboards(actor));
  const windows = load(windowSettings(actor));
  const services = await load(serviceChoices(actor));
  const choices = services.ok ? services.data.map(({ id, slug }) => ({ id, slug })) : [];
  return (
    <SettingsFrame current={PATH} description="What follows of itself when a rollout has succeeded.">
      <Section
        title="Dashboards"
        description={`Links that every later release gets.${manages ? "" : ` Changing them takes the role ${rolesWith("catalogue:manage").join(" or ")}.`}`}
        actions={manages && <AddDashboardDialog services={choices} action={addDashboardAction} />}
      >
        <Streamed
          section={Dashboards({ dashboards, services: choices, manages })}
          fallback={<TableSkeleton columns={manages ? 4 : 3} rows={3} label="Loading the dashboards" />}
        />
      </Section>
      <Section
        title="Verification window"
        description={`For how long the metrics of a release are watched after its rollout.${can(actor, "environment:manage") ? "" : ` Changing it takes the role ${rolesWith("environment:manage").join(" or ")}.`}`}
      >
        <Streamed
          section={Windows({ windows, change: can(actor, "environment:manage") ? setVerificationMinutesAction : null })}
          fallback={<TableSkeleton columns={3} rows={3} label="Loading the windows" />}
        />
      </Section>
    </SettingsFrame>
  );
}

type DashboardsProps = {
  dashboards: Loading<typeof listDashboards>;
  services: { id: string; slug: string }[];
  manages: boolean;
};

async function Dashboards({ dashboards: pending, services, manages }: DashboardsProps) {
  const dashboards = await pending;
  if (!dashboards.ok) return <LoadFailure failure={dashboards.failure} retryHref={PATH} />;
  if (dashboards.data.length === 0) return <NoDashboard />;
  const actions = manages ? { change: changeDashboardAction, remove: removeDashboardAction } : null;
  return <DashboardTable items={dashboards.data} services={services} actions={actions} />;
}

type WindowsProps = {
  windows: Loading<typeof windowSettings>;
  change: typeof setVerificationMinutesAction | null;
};

async function Windows({ windows: pending, change }: WindowsProps) {
  const windows = await pending;
  if (!windows.ok) return <LoadFailure failure={windows.failure} retryHref={PATH} />;
  return <WindowSettingTable items={windows.data} change={change} />;
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
