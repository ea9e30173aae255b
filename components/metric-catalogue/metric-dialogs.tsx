"use client";

import type { ReactElement } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { MetricView } from "@/lib/registry/metric-catalogue/queries";
import type { Action } from "@/lib/web/action";
import { MetricForm, type MetricStart } from "./metric-form";

type AddMetricProps = {
  services: readonly string[];
  start?: MetricStart;
  trigger?: ReactElement;
  action: Action<unknown>;
};

export function AddMetricDialog({
  trigger = <Button variant="primary">Add a metric</Button>,
  ...form
}: AddMetricProps) {
  return (
    <FormDialog trigger={trigger} title="Add a metric to the catalogue">
      {(close) => <MetricForm {...form} close={close} />}
    </FormDialog>
  );
}

export function ChangeMetricDialog({ metric, action }: { metric: MetricView; action: Action<unknown> }) {
  const { id, ...start } = metric;
  return (
    <FormDialog
      trigger={
        <Button size="sm" aria-label={`Change ${metric.name} of ${metric.service}`}>
          Change
        </Button>
      }
      title={`Change ${metric.name}`}
    >
      {(close) => <MetricForm services={[]} start={start} metricId={id} action={action} close={close} />}
    </FormDialog>
  );
}

export function RemoveMetricDialog({ metric, action }: { metric: MetricView; action: Action<unknown> }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Remove ${metric.name} of ${metric.service}`}>
          Remove
        </Button>
      }
      title={`Remove ${metric.name} from the catalogue?`}
      description="Checklists that relied on its runbook are open again. The ledger keeps what it said."
      confirmLabel="Remove"
      tone="danger"
      action={() => action({ metricId: metric.id })}
    />
  );
}
