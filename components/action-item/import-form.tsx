"use client";

import { type ChangeEvent, useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { type ItemFile, readItemFile } from "@/lib/core/action-item/csv";
import type { Action } from "@/lib/web/action";

type Counts = { opened: number; changed: number; same: number };
export type ImportProps = { action: Action<Counts> };

export default function ImportForm({ action, close }: ImportProps & { close: () => void }) {
  const [csv, setCsv] = useState("");
  const [file, setFile] = useState<ItemFile | null>(null);
  const command = useCommandForm({
    action,
    fields: ["csv"],
    input: () => ({ csv }),
    refuse: () => (file === null || file.problems.length > 0 ? { csv: "choose a file that can be read" } : null),
    done({ opened, changed, same }) {
      toast.success(`${opened} opened, ${changed} changed, ${same} as they were`);
      close();
    },
  });
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const text = (await event.target.files?.[0]?.text()) ?? "";
    setCsv(text);
    setFile(text ? readItemFile(text) : null);
  }
  return (
    <CommandForm command={command} submitLabel="Import" pendingLabel="Importing…" onCancel={close}>
      <Field
        label="File"
        hint="Columns title, due_at and owner or owner_email; detail, service, priority, state, incident and closing_note if you like"
        error={command.errorOf("csv")}
        required
      >
        <Input type="file" name="file" accept=".csv,text/csv" onChange={read} className="py-1" />
      </Field>
      {file && <Preview file={file} />}
    </CommandForm>
  );
}

const SHOWN = 8;

/** What the file says, before anything is done. */
function Preview({ file: { lines, problems } }: { file: ItemFile }) {
  if (problems.length > 0) {
    return (
      <Alert tone="no-go" title="This file cannot be imported" live>
        <ul>
          {problems.slice(0, SHOWN).map(({ line, message }) => (
            <li key={line}>
              Line {line}: {message}
            </li>
          ))}
        </ul>
        {problems.length > SHOWN && <p>and {problems.length - SHOWN} more</p>}
      </Alert>
    );
  }
  const known = lines.filter(({ id }) => id !== null).length;
  return (
    <Alert tone="info" title={`${lines.length - known} new${known > 0 ? `, ${known} with an id` : ""}`} live>
      <ul>
        {lines.slice(0, SHOWN).map(({ line, title, owner, ownerEmail }) => (
          <li key={line} className="[overflow-wrap:anywhere]">
            {title} <span className="text-muted">{owner ?? ownerEmail}</span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p>and {lines.length - SHOWN} more</p>}
    </Alert>
  );
}
