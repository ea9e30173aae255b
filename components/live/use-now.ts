"use client";

import { useEffect, useState } from "react";

/** The browser's clock, read again every `everyMs`; null until the page is alive, so that server HTML has no clock. */
export function useNow(everyMs: number): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
