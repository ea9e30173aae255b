"use client";

import { useEffect, useRef } from "react";
import { exactTime } from "@/components/time/format";

/** On paper alone: the product, whose data it is, when it was printed and where it is found again. */
export function PrintHeader({ tenant }: { tenant: string }) {
  const when = useRef<HTMLSpanElement>(null);
  const where = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    function fill() {
      if (when.current) when.current.textContent = printedAt();
      if (where.current) where.current.textContent = window.location.href;
    }
    fill();
    window.addEventListener("beforeprint", fill);
    return () => window.removeEventListener("beforeprint", fill);
  }, []);
  return (
    <div aria-hidden className="mb-4 hidden border-b pb-2 text-sm print:block">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span>
          <strong className="font-semibold">Readiness</strong> · {tenant}
        </span>
        <span ref={when} suppressHydrationWarning className="tabular-nums">
          {printedAt()}
        </span>
      </p>
      <p className="text-muted text-xs wrap-anywhere">
        <span ref={where} />
      </p>
    </div>
  );
}

/** Before the page is alive it is the moment of its rendering, which for its facts is the truth too. */
const printedAt = (): string => `printed ${exactTime(new Date())}`;
