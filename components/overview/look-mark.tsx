"use client";

import { useEffect, useRef } from "react";

type LookMarkProps = { at: string; size: number; action: (form: FormData) => Promise<void> };

/** Tells the server that what ends here was on the screen, once; the mark moves by this and by nothing that is read. */
export function LookMark({ at, size, action }: LookMarkProps) {
  const end = useRef<HTMLSpanElement>(null);
  const told = useRef(-1);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (told.current >= size || !entries.some(({ isIntersecting }) => isIntersecting)) return;
      told.current = size;
      observer.disconnect();
      // A look that is not noted is shown again the next time, which is the safe side.
      action(lookForm({ at, size })).catch(() => {});
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [at, size, action]);
  return <span ref={end} aria-hidden className="block h-px" />;
}

function lookForm({ at, size }: { at: string; size: number }): FormData {
  const form = new FormData();
  form.set("at", at);
  form.set("size", String(size));
  return form;
}
