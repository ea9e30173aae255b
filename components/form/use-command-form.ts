"use client";

import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import type { Failure } from "@/lib/web/failure";

type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

type CommandFormOptions<I, T> = {
  action: (input: unknown) => Promise<Result<T>>;
  /** The command's input from what was typed. */
  input: (typed: FormData) => I;
  /** What the command would accept but this form does not mean: field → what to do. */
  refuse?: (input: I) => Record<string, string> | null;
  /** Names of the fields that show their own errors; all others are told with the form. */
  fields: readonly string[];
  done: (data: T) => void;
};

const UNREACHABLE: Failure = {
  code: "unavailable",
  message: "The server did not answer, so it is not known whether this was done. Reload the page to see.",
  issues: [],
  traceId: null,
};

/** A form that runs a command: one at a time, keeps what was typed, and puts each error at its field. */
export function useCommandForm<I, T>({ action, input, refuse, fields, done }: CommandFormOptions<I, T>) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [failure]);

  // Not the form's `action`: React would empty the fields after it.
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const fieldsTyped = new FormData(event.currentTarget);
    const typed = input(fieldsTyped);
    const refused = refuse?.(typed);
    if (refused) return setFailure(refusal(refused));
    startTransition(async () => {
      const result = await action(confirmed(typed, fieldsTyped.get("confirmation"))).catch(
        (): Result<T> => ({ ok: false, error: UNREACHABLE }),
      );
      setFailure(result.ok ? null : result.error);
      if (result.ok) done(result.data);
    });
  }

  const at = (field: string) => (failure?.issues ?? []).filter(({ path }) => belongs(path, field));
  return {
    // Pressed before the page is alive, a form of the default method would put a password into the address.
    form: { ref: form, onSubmit, method: "post" as const },
    pending,
    errorOf: (field: string) => at(field).map(({ message }) => message),
    formError: failure && wholeError(failure, fields),
  };
}

export type CommandForm = Pick<ReturnType<typeof useCommandForm>, "form" | "formError" | "pending">;

function refusal(fields: Record<string, string>): Failure {
  const issues = Object.entries(fields).map(([path, message]) => ({ path, message }));
  return { code: "invalid", message: "Something is missing.", issues, traceId: null };
}

/** With what the identity provider confirmed, where the form asked it for that. */
function confirmed<I>(input: I, confirmation: FormDataEntryValue | null): unknown {
  return confirmation ? { ...input, confirmation } : input;
}

/** `participants[0]` and `document.participants[0]` are both at the field `participants`. */
function belongs(path: string, field: string): boolean {
  const [head] = path.replace(/^document\./, "").split(/[.[]/);
  return head === field;
}

function wholeError({ issues, message, traceId, code }: Failure, fields: readonly string[]): string | null {
  const stray = issues.filter(({ path }) => !fields.some((field) => belongs(path, field)));
  if (issues.length > 0 && stray.length === 0) return null;
  return code === "internal" && traceId ? `${message} (trace ${traceId})` : message;
}
