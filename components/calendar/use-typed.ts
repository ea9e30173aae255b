"use client";

import { type RefObject, useEffect, useState } from "react";

/** What a form holds while it is typed; `shape` names the fields that it has, which are read anew when it changes. */
export function useTyped(form: RefObject<HTMLFormElement | null>, shape: string): FormData | null {
  const [typed, setTyped] = useState<FormData | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other fields are there after another shape was rendered
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const read = () => setTyped(new FormData(element));
    read();
    element.addEventListener("input", read);
    return () => element.removeEventListener("input", read);
  }, [form, shape]);
  return typed;
}
