"use client";

import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type RowsProps = {
  legend: string;
  hint?: string;
  error: string[];
  addLabel: string;
  /** How many rows there are at first. */
  count: number;
  what: string;
  children: (row: number) => ReactNode;
};

/** Rows of fields that can be added and taken away; what is typed in the others stays. */
function Rows({ legend, hint, error, addLabel, count, what, children }: RowsProps) {
  const [rows, setRows] = useState(() => Array.from({ length: count }, (_, row) => row));
  const next = Math.max(-1, ...rows) + 1;
  return (
    <Fieldset legend={legend} hint={hint} error={error.join(" ") || undefined}>
      <div className="grid gap-2">
        {rows.map((row, place) => (
          <div key={row} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:flex">{children(row)}</div>
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove ${what} ${place + 1}`}
              onClick={() => setRows(rows.filter((each) => each !== row))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
        ))}
        <Button size="sm" className="justify-self-start" onClick={() => setRows([...rows, next])}>
          <Plus aria-hidden />
          {addLabel}
        </Button>
      </div>
    </Fieldset>
  );
}

/** The error names the row; the mark leads there. */
const isWrong = (error: string[]): true | undefined => error.length > 0 || undefined;

type ArtifactRowsProps = { initial: readonly { name: string; hash: string }[]; error: string[] };

export function ArtifactRows({ initial, error }: ArtifactRowsProps) {
  return (
    <Rows
      legend="Artifacts"
      hint="Everything that ships."
      error={error}
      addLabel="Add an artifact"
      count={Math.max(1, initial.length)}
      what="artifact"
    >
      {(row) => (
        <>
          <Input
            name="artifact_name"
            aria-invalid={isWrong(error)}
            aria-label={`Name of artifact ${row + 1}`}
            placeholder="Name"
            defaultValue={initial[row]?.name}
            className="sm:w-1/3"
            autoComplete="off"
          />
          <Input
            name="artifact_hash"
            aria-invalid={isWrong(error)}
            aria-label={`SHA-256 of artifact ${row + 1}`}
            placeholder="sha256:…"
            defaultValue={initial[row]?.hash}
            className="sm:flex-1"
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
    </Rows>
  );
}

const DELTA = [
  ["delta_key", "Key"],
  ["delta_from", "Old value"],
  ["delta_to", "New value"],
] as const;

export function DeltaRows({ error }: { error: string[] }) {
  return (
    <Rows
      legend="Configuration changes"
      hint="None is an answer. Leave the old value of a new key empty, and the new value of one that is removed."
      error={error}
      addLabel="Add a change"
      count={0}
      what="change"
    >
      {(row) =>
        DELTA.map(([name, label]) => (
          <Input
            key={name}
            name={name}
            aria-invalid={isWrong(error)}
            aria-label={`${label} of change ${row + 1}`}
            placeholder={label}
            autoComplete="off"
            spellCheck={false}
          />
        ))
      }
    </Rows>
  );
}
