"use client";

import { useEffect, useState } from "react";

/**
 * The server's clock in milliseconds, carried on by the browser: what `now` said plus the time since. A browser whose
 * clock is wrong still counts right. Starts over whenever the server says another `now`.
 */
export function useServerNow(now: string, everyMs: number): number {
  const [ticked, setTicked] = useState({ now, passedMs: 0 });
  useEffect(() => {
    const begunAt = performance.now();
    const timer = setInterval(() => setTicked({ now, passedMs: performance.now() - begunAt }), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  const passedMs = ticked.now === now ? ticked.passedMs : 0;
  return Date.parse(now) + passedMs;
}
