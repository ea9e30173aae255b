"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { FollowUp } from "@/lib/core/incident/postmortem/model";
import { RemoveButton } from "./remove-button";

type FollowUpsControlProps = {
  value: readonly FollowUp[];
  /** Names that can be chosen; any other may be typed. */
  people: readonly string[];
  /** Of a new one, if nobody says otherwise. */
  dueOn: string;
  onWrite: (value: FollowUp[]) => void;
};

/** What has to be done, by whom and until when. Published, each becomes an action item. */
export function FollowUpsControl({ value, people, dueOn, onWrite }: FollowUpsControlProps) {
  const names = useId();
  const change = (id: string, part: Partial<FollowUp>) =>
    onWrite(value.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const add = () =>
    onWrite([...value, { id: crypto.randomUUID(), action: "", owner: "", dueOn: dueOn || null, isDone: false }]);
  return (
    <div className="grid gap-3">
      <datalist id={names}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ol className="grid gap-3">
        {value.map((item, index) => (
          <li key={item.id} className="flex items-start gap-1 border-b pb-3 last:border-b-0">
            <FollowUpRow item={item} names={names} onChange={(part) => change(item.id, part)} />
            <RemoveButton
              what={`follow-up ${index + 1}`}
              onRemove={() => onWrite(value.filter(({ id }) => id !== item.id))}
            />
          </li>
        ))}
      </ol>
      <Button size="sm" className="justify-self-start" onClick={add}>
        Add a follow-up
      </Button>
    </div>
  );
}

type FollowUpRowProps = { item: FollowUp; names: string; onChange: (part: Partial<FollowUp>) => void };

function FollowUpRow({ item, names, onChange }: FollowUpRowProps) {
  return (
    <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(0,1fr)_12rem_10rem]">
      <Field label="Action">
        <Textarea
          rows={1}
          className="min-h-8!"
          value={item.action}
          onChange={(event) => onChange({ action: event.target.value })}
        />
      </Field>
      <Field label="Owner">
        <Input
          list={names}
          maxLength={300}
          value={item.owner}
          onChange={(event) => onChange({ owner: event.target.value })}
          autoComplete="off"
        />
      </Field>
      <Field label="Due, in UTC">
        <Input
          type="date"
          value={item.dueOn ?? ""}
          onChange={(event) => onChange({ dueOn: event.target.value || null })}
        />
      </Field>
      <CheckboxField
        label="Done already"
        name={`done-${item.id}`}
        checked={item.isDone}
        onChange={(event) => onChange({ isDone: event.target.checked })}
      />
    </div>
  );
}
