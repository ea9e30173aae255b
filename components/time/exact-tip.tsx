"use client";

import { useEffect, useState } from "react";
import { exactTime } from "./format";
import { useZone } from "./zone";

type Tip = { at: string; x: number; y: number; below: boolean };

const TIP_ID = "exact-time";
const MARGIN = 8;
const HALF_WIDTH = 96;

function timeOf(target: EventTarget | null): HTMLTimeElement | null {
  return target instanceof Element ? target.closest<HTMLTimeElement>("time[data-exact]") : null;
}

function place(time: HTMLTimeElement): Tip {
  const box = time.getBoundingClientRect();
  const centre = box.left + box.width / 2;
  const below = box.top < 96;
  return {
    at: time.dateTime,
    x: Math.min(Math.max(centre, HALF_WIDTH + MARGIN), window.innerWidth - HALF_WIDTH - MARGIN),
    y: below ? box.bottom : box.top,
    below,
  };
}

/** Listens for the whole page, so that a list of a hundred times stays plain server HTML. */
function useExactTip(): Tip | undefined {
  const [tip, setTip] = useState<Tip>();
  useEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    let shown: HTMLTimeElement | null = null;
    function hide() {
      shown = null;
      setTip(undefined);
    }
    function show(event: Event) {
      if (event.target instanceof Element && event.target.id === TIP_ID) return;
      const time = timeOf(event.target);
      if (time === shown) return;
      hide();
      if (!time) return;
      shown = time;
      setTip(place(time));
    }
    document.addEventListener("pointerover", show, options);
    document.addEventListener("focusin", show, options);
    document.addEventListener("focusout", hide, options);
    document.addEventListener("scroll", hide, { ...options, capture: true, passive: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), options);
    return () => stop.abort();
  }, []);
  return tip;
}

/** The one tooltip (for the eye; `Instant` describes itself to assistive technology) that shows the exact moment of the `Instant` under the pointer or in focus. */
export function ExactTip() {
  const tip = useExactTip();
  const { zone } = useZone();
  if (!tip) return null;
  const shift = tip.below ? "translate(-50%, 0)" : "translate(-50%, -100%)";
  return (
    <div
      id={TIP_ID}
      aria-hidden
      data-no-print=""
      className="fixed z-50 py-1"
      style={{ left: tip.x, top: tip.y, transform: shift }}
    >
      <div className="whitespace-nowrap rounded-md bg-foreground px-2 py-1 text-background text-sm tabular-nums">
        {exactTime(tip.at, zone)}
        {zone !== "UTC" && <div className="opacity-80">{exactTime(tip.at)}</div>}
      </div>
    </div>
  );
}
