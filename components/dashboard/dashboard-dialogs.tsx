"use client";

import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DashboardView } from "@/lib/registry/dashboard/queries";
import type { Action } from "@/lib/web/action";
import { DashboardForm, type ServiceChoice } from "./dashboard-form";

type Services = { services: readonly ServiceChoice[] };

export function AddDashboardDialog({ services, action }: Services & { action: Action<unknown> }) {
  return (
    <FormDialog
      trigger={<Button variant="primary">Add a dashboard</Button>}
      title="Add a dashboard"
      description="Every later release of the service gets this link, for the time of its rollout."
    >
      {(close) => <DashboardForm services={services} action={action} close={close} />}
    </FormDialog>
  );
}

export function ChangeDashboardDialog(props: Services & { dashboard: DashboardView; action: Action<unknown> }) {
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Change ${props.dashboard.label}`}>
          Change
        </Button>
      }
      title={`Change ${props.dashboard.label}`}
      description="Later releases get the changed link; those of earlier ones stay as they are."
    >
      {(close) => <DashboardForm {...props} close={close} />}
    </FormDialog>
  );
}

export function RemoveDashboardDialog({ dashboard, action }: { dashboard: DashboardView; action: Action<unknown> }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Remove ${dashboard.label}`}>
          Remove
        </Button>
      }
      title={`Remove ${dashboard.label}?`}
      description="Later releases do not get this link any more. Those of earlier ones stay."
      confirmLabel="Remove"
      tone="danger"
      action={() => action({ dashboardId: dashboard.id })}
    />
  );
}
