"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { utcFrom } from "@/components/form/utc-from";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { Action } from "@/lib/web/action";
import { type PostmortemFile, readPostmortemFile } from "./read-file";

type Choice = { value: string; label: string };
type Imported = { incidentId: string; reference: string; duplicate: boolean };
export type ImportProps = { services: readonly Choice[]; action: Action<Imported> };

export default function ImportForm({ services, action, close }: ImportProps & { close: () => void }) {
  const [file, setFile] = useState<PostmortemFile | null>(null);
  const router = useRouter();
  const command = useCommandForm({
    action,
    fields: ["file", "service", "severity", "declared", "resolved"],
    input: (typed) => ({ ...file?.content, ...givenOf(typed) }),
    refuse: () => (file?.content ? null : { file: "choose a file that can be read" }),
    done({ incidentId, reference, duplicate }) {
      toast.success(duplicate ? `It is here already: ${reference}` : `It is ${reference} now`);
      close();
      router.push(`/incidents/${incidentId}` as Route);
    },
  });
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0];
    setFile(chosen ? readPostmortemFile(chosen.name, await chosen.text()) : null);
  }
  return (
    <CommandForm command={command} submitLabel="Import" pendingLabel="Importing…" onCancel={close}>
      <Field label="File" error={command.errorOf("file")} required>
        <Input type="file" name="file" accept=".md,.json,text/markdown,application/json" onChange={read} />
      </Field>
      {file?.problem && (
        <Alert tone="no-go" title="This file cannot be imported" live>
          {file.problem}
        </Alert>
      )}
      {file?.content && <Lacking lacks={file.lacks} services={services} errorOf={command.errorOf} />}
    </CommandForm>
  );
}

/** What was given of what the document lacks. */
function givenOf(typed: FormData): Record<string, string> {
  const given = ["service", "severity", "declared", "resolved"].map((name) => [name, String(typed.get(name) ?? "")]);
  return Object.fromEntries(given.flatMap(([name = "", value = ""]) => (value ? [[name, utcFrom(value)]] : [])));
}

type LackingProps = {
  lacks: PostmortemFile["lacks"];
  services: readonly Choice[];
  errorOf: (field: string) => string[];
};

/** Asks for what the document does not say, and for nothing else. */
function Lacking({ lacks, services, errorOf }: LackingProps) {
  return (
    <>
      {lacks.includes("service") && (
        <Field label="Service" error={errorOf("service")} required>
          <Select name="service">
            {services.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {lacks.includes("severity") && (
        <Field label="Severity" error={errorOf("severity")} required>
          <Select name="severity">
            {SEVERITIES.map((severity) => (
              <option key={severity} value={severity}>
                {SEVERITY_WORDS[severity]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {(["declared", "resolved"] as const)
        .filter((name) => lacks.includes(name))
        .map((name) => (
          <Field
            key={name}
            label={name === "declared" ? "Declared, in UTC" : "Resolved, in UTC"}
            error={errorOf(name)}
            required
          >
            <Input type="datetime-local" name={name} className="sm:max-w-60" />
          </Field>
        ))}
    </>
  );
}
