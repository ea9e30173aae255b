"use client";

import { useEffect, useState } from "react";

/**
 * Whether something that opens over the page was ever open: from then on it stays, so that it can close too. Its code is
 * fetched once the page has nothing better to do, at the latest when it opens: no page waits for what nobody asked for.
 */
export function useWanted(open: boolean, fetchCode: () => Promise<unknown>): boolean {
  const [isWanted, setWanted] = useState(open);
  if (open && !isWanted) setWanted(true);
  useEffect(() => {
    // A failure shows itself when it is opened.
    const fetchQuietly = () => void fetchCode().catch(() => {});
    if (!window.requestIdleCallback) {
      const timer = setTimeout(fetchQuietly, 1000);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(fetchQuietly);
    return () => window.cancelIdleCallback(handle);
  }, [fetchCode]);
  return isWanted;
}
