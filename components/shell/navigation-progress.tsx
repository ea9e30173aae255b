"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** The link of this site that a click follows in this window, if any. */
function followed(event: MouseEvent): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return null;
  const to = new URL(link.href);
  const isHere = to.pathname === window.location.pathname && to.search === window.location.search;
  return isHere ? null : to;
}

/** A line at the top while the next page is awaited; it appears only when that takes a moment. */
export function NavigationProgress() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const begin = () => setLeaving(address);
    document.addEventListener("click", (event) => followed(event) && begin(), { signal: stop.signal });
    document.addEventListener("submit", (event) => isSearch(event.target) && begin(), { signal: stop.signal });
    return () => stop.abort();
  }, [address]);
  if (leaving !== address) return null;
  return (
    <div
      aria-hidden
      data-no-print=""
      className="fixed inset-x-0 top-0 z-50 h-0.5 origin-left animate-[waiting_8s_150ms_cubic-bezier(0.1,0.7,0.3,1)_both] bg-accent"
    />
  );
}

/** Filters are forms that only change the address. */
const isSearch = (target: EventTarget | null): boolean =>
  target instanceof HTMLFormElement && target.getAttribute("role") === "search";
