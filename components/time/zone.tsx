"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { exactTime, type When } from "./format";
import { type ZoneChoice, zoneCookie, zoneOf } from "./zone-choice";

type Zone = ZoneChoice & { zone: string; choose: (isUtc: boolean) => void };

const UNKNOWN: ZoneChoice = { isUtc: false, local: "UTC" };
const ZoneContext = createContext<Zone>({ ...UNKNOWN, zone: "UTC", choose: () => {} });

type ZoneProviderProps = {
  /** What the cookie said; null on the first visit, whose times turn from UTC into the browser's zone once. */
  choice: ZoneChoice | null;
  children: ReactNode;
};

/** The zone that every moment below is written in: the browser's own, or UTC where the reader asked for it. */
export function ZoneProvider({ choice, children }: ZoneProviderProps) {
  const [current, setCurrent] = useState(choice ?? UNKNOWN);
  useEffect(() => {
    const local = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    if (choice?.local === local) return;
    const next = { isUtc: choice?.isUtc ?? false, local };
    keep(next);
    setCurrent(next);
  }, [choice]);
  const zone = useMemo(
    () => ({
      ...current,
      zone: zoneOf(current),
      choose(isUtc: boolean) {
        const next = { ...current, isUtc };
        keep(next);
        setCurrent(next);
      },
    }),
    [current],
  );
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

function keep(choice: ZoneChoice): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store needs https, which a server in a local network may lack
  document.cookie = zoneCookie(choice);
}

export const useZone = (): Zone => useContext(ZoneContext);

/** `exactTime` in the reader's zone, for texts that a client component puts together. */
export function useExactTime(): (at: When) => string {
  const { zone } = useZone();
  return (at) => exactTime(at, zone);
}

/** A moment to the second in the reader's zone. */
export function ExactTime({ at }: { at: string }) {
  return useExactTime()(at);
}
