"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { utcFrom } from "@/components/form/utc-from";
import { keepInTab, keptInTab } from "@/components/live/kept-in-tab";
import { newEntryId } from "@/components/live/new-entry-id";
import type { Unsent } from "@/components/live/outbox";
import type { ServerClock } from "@/components/live/server-clock";
import { useShortcut } from "@/components/shell/shortcuts/use-shortcut";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { Details } from "@/components/ui/details";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { type Refusals, refusalsOf } from "./note-refusals";

const KEY = "n";
const SHORTCUT = { keys: KEY, label: "Write on the timeline", group: "On this page" } as const;

type NoteFormProps = {
  keptAs: string;
  /** Whether updates are owed. */
  isOpen: boolean;
  clock: ServerClock;
  add: (item: Unsent) => void;
};

/** One line for the timeline: one key goes there, Enter writes it. */
export function NoteForm({ keptAs, isOpen, clock, add }: NoteFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [refusals, setRefusals] = useState<Refusals>({});
  const hasKey = useShortcut(SHORTCUT, () => field.current?.focus());
  useEffect(() => {
    const draft = keptInTab(keptAs);
    if (draft && field.current?.value === "") field.current.value = draft;
  }, [keptAs]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = noteOf(new FormData(event.currentTarget));
    const refused = refusalsOf(typed, clock.now());
    setRefusals(refused);
    if (Object.keys(refused).length > 0) return;
    add({
      entryId: newEntryId(),
      kind: typed.isUpdate ? "update" : "note",
      text: typed.text,
      at: typed.at || clock.now().toISOString(),
      ...(typed.evidenceUrl ? { evidenceUrl: typed.evidenceUrl } : {}),
    });
    event.currentTarget.reset();
    keepInTab(keptAs, "");
    field.current?.focus();
  }
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} data-no-print="" className="mb-4 grid gap-2">
      <Field label={<>What happened {hasKey && <Kbd>{KEY}</Kbd>}</>} error={refusals.text}>
        <Textarea
          ref={field}
          name="text"
          rows={1}
          maxLength={5000}
          aria-keyshortcuts={hasKey ? KEY : undefined}
          placeholder="Enter writes it on the timeline, Shift + Enter begins a line"
          className="min-h-9!"
          onChange={(event) => keepInTab(keptAs, event.target.value)}
          onKeyDown={(event) => submitOrLeave(event, form.current)}
        />
      </Field>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-64">
          {isOpen && <CheckboxField name="update" label="This is an update: the time until the next one begins anew" />}
          <Earlier refusals={refusals} />
        </div>
        <Button type="submit" variant="primary">
          Add entry
        </Button>
      </div>
    </form>
  );
}

function Earlier({ refusals }: { refusals: Refusals }) {
  return (
    <Details summary="Time and evidence" open={Boolean(refusals.at || refusals.evidenceUrl) || undefined}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Happened, in UTC" hint="Empty: now" error={refusals.at}>
          <Input type="datetime-local" name="at" />
        </Field>
        <Field label="Evidence" hint="Address of a dashboard, log or run" error={refusals.evidenceUrl}>
          <Input type="url" name="evidenceUrl" maxLength={2000} autoComplete="off" />
        </Field>
      </div>
    </Details>
  );
}

function noteOf(typed: FormData) {
  const text = (name: string) => String(typed.get(name) ?? "").trim();
  return {
    text: text("text"),
    isUpdate: typed.has("update"),
    at: utcFrom(text("at")),
    evidenceUrl: text("evidenceUrl"),
  };
}

/** Not while a word is being composed from several keys. */
function submitOrLeave(event: KeyboardEvent<HTMLTextAreaElement>, form: HTMLFormElement | null) {
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Escape") event.currentTarget.blur();
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  form?.requestSubmit();
}
