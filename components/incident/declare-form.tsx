"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { CheckboxField } from "@/components/ui/checkbox";
import { Details } from "@/components/ui/details";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";
import { ServiceBoxes } from "./service-boxes";
import { SeverityChoice } from "./severity-choice";

export type DeclareAction = Action<{ id: string; reference: string; duplicate: boolean }>;

const FIELDS = ["title", "service", "severity", "impact", "affectedServices", "startedAt"] as const;

type DeclareFormProps = {
  services: readonly { value: string; label: string }[] | null;
  service?: string;
  commands: boolean;
  action: DeclareAction;
  titleRef: RefObject<HTMLInputElement | null>;
  close: () => void;
};

/** What cannot wait comes first; the rest is folded, because everything can be said later too. */
export function DeclareForm({ services, service, commands, action, titleRef, close }: DeclareFormProps) {
  const router = useRouter();
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: typedIncident,
    done({ id, reference, duplicate }) {
      toast.success(duplicate ? `It is open already as ${reference}` : `${reference} is declared`);
      router.push(`/incidents/${id}` as Route);
    },
  });
  const { errorOf } = command;
  if (!services) return <p>The services could not be read. Reload the page to try again.</p>;
  if (services.length === 0) return <p>There is no service yet. An admin adds services under Settings.</p>;
  return (
    <CommandForm command={command} submitLabel="Declare" pendingLabel="Declaring…" onCancel={close}>
      <Field label="What is wrong" error={errorOf("title")} required>
        <Input ref={titleRef} name="title" maxLength={300} autoComplete="off" />
      </Field>
      <Field label="Service" error={errorOf("service")} required>
        <Select name="service" defaultValue={chosenOf(services, service)}>
          <option value="" disabled>
            Choose a service
          </option>
          {services.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <SeverityChoice chosen="sev2" error={errorOf("severity")} />
      <Field label="Impact" hint="Who notices, and how" error={errorOf("impact")} required={false}>
        <Input name="impact" maxLength={5000} autoComplete="off" />
      </Field>
      {commands && <CheckboxField name="takeCommand" value="yes" label="I take command" />}
      <Details summary="More">
        <div className="grid gap-4">
          <Field label="Began, in UTC" hint="When the harm began, if known" error={errorOf("startedAt")}>
            <Input type="datetime-local" name="startedAt" className="sm:max-w-60" />
          </Field>
          <ServiceBoxes legend="Other services that it affects" services={services} name="affectedServices" />
        </div>
      </Details>
    </CommandForm>
  );
}

/** Nothing is chosen where there is a choice: in haste nobody looks twice, and a Sev1 stops the service's releases. */
function chosenOf(services: NonNullable<DeclareFormProps["services"]>, asked: string | undefined): string {
  const named = services.find(({ value }) => value === asked);
  const only = services.length === 1 ? services[0] : undefined;
  return (named ?? only)?.value ?? "";
}

function typedIncident(typed: FormData) {
  const others = typed.getAll("affectedServices");
  return {
    title: typed.get("title"),
    service: typed.get("service"),
    severity: typed.get("severity"),
    impact: typed.get("impact") || undefined,
    startedAt: utcFrom(String(typed.get("startedAt") ?? "")) || undefined,
    affectedServices: others.length > 0 ? others : undefined,
    takeCommand: typed.get("takeCommand") === "yes" || undefined,
  };
}
