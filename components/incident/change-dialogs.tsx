"use client";

import { utcFrom } from "@/components/form/utc-from";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Severity } from "@/lib/core/incident/model";
import type { Action } from "@/lib/web/action";
import { CommandDialog } from "./command-dialog";
import { ServiceBoxes } from "./service-boxes";
import { SeverityChoice } from "./severity-choice";

type ChangeProps = { incidentId: string; action: Action<unknown> };

export function SeverityDialog({ incidentId, severity, action }: ChangeProps & { severity: Severity }) {
  return (
    <CommandDialog
      trigger={<Button size="sm">Severity…</Button>}
      title="Change the severity"
      action={action}
      fields={["severity", "reason"]}
      input={(typed) => ({ incidentId, severity: typed.get("severity"), reason: typed.get("reason") })}
      submitLabel="Change severity"
      pendingLabel="Changing…"
      done="The severity is changed"
    >
      {(errorOf) => (
        <>
          <SeverityChoice chosen={severity} error={errorOf("severity")} />
          <Field label="Why" error={errorOf("reason")} required>
            <Textarea name="reason" rows={2} maxLength={2000} />
          </Field>
        </>
      )}
    </CommandDialog>
  );
}

type DescribeProps = ChangeProps & { incident: { title: string; impact: string; startedAt: string | null } };

export function DescribeDialog({ incidentId, incident: { title, impact, startedAt }, action }: DescribeProps) {
  const beganBefore = startedAt?.slice(0, 16) ?? "";
  return (
    <CommandDialog
      trigger={<Button size="sm">Edit…</Button>}
      title="Title, impact and beginning"
      action={action}
      fields={["title", "impact", "startedAt"]}
      input={(typed) => {
        const began = String(typed.get("startedAt") ?? "");
        const beganAnew = began !== beganBefore;
        return {
          incidentId,
          title: typed.get("title"),
          impact: typed.get("impact"),
          startedAt: beganAnew ? utcFrom(began) || null : undefined,
        };
      }}
      submitLabel="Save"
      pendingLabel="Saving…"
      done="Saved"
    >
      {(errorOf) => (
        <>
          <Field label="What is wrong" error={errorOf("title")} required>
            <Input name="title" defaultValue={title} maxLength={300} autoComplete="off" />
          </Field>
          <Field label="Impact" hint="Who notices, and how" error={errorOf("impact")}>
            <Textarea name="impact" defaultValue={impact} rows={3} maxLength={5000} />
          </Field>
          <Field label="Began, in UTC" hint="When the harm began, as far as known" error={errorOf("startedAt")}>
            <Input type="datetime-local" name="startedAt" defaultValue={beganBefore} className="sm:max-w-60" />
          </Field>
        </>
      )}
    </CommandDialog>
  );
}

type ServicesProps = ChangeProps & {
  services: readonly { value: string; label: string }[];
  chosen: readonly string[];
};

export function ServicesDialog({ incidentId, services, chosen, action }: ServicesProps) {
  return (
    <CommandDialog
      trigger={<Button size="sm">Services…</Button>}
      title="Services that it affects"
      description="An open Sev1 stops the releases of exactly these."
      action={action}
      fields={["services"]}
      input={(typed) => ({ incidentId, services: typed.getAll("services") })}
      submitLabel="Save"
      pendingLabel="Saving…"
      done="The affected services are changed"
    >
      {(errorOf) => (
        <ServiceBoxes
          legend="Affected"
          name="services"
          services={services}
          chosen={chosen}
          error={errorOf("services")}
        />
      )}
    </CommandDialog>
  );
}
