"use client";

import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useState } from "react";
import type { PlotMargin } from "./plot";

/** The stretch that the pointer or the keys are at. `isSpoken`: keys brought it there. */
export type ActivePoint = { index: number; isSpoken: boolean };

/** Arrow keys walk through the stretches of a chart, Home and End go to its ends, Escape leaves, from wherever it is pressed. */
export function useChartPoint(count: number, margin: PlotMargin) {
  const [active, setActive] = useState<ActivePoint | null>(null);
  useEscape(active !== null, () => setActive(null));
  const speak = (index: number) => setActive({ index: Math.min(Math.max(index, 0), count - 1), isSpoken: true });
  function follow({ currentTarget, clientX }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect();
    const within = (clientX - left - margin.left) / (width - margin.left - margin.right);
    const index = Math.min(Math.floor(within * count), count - 1);
    setActive(within < 0 || within > 1.05 || count === 0 ? null : { index, isSpoken: false });
  }
  return {
    active,
    handlers: {
      onKeyDown(event: KeyboardEvent) {
        const from = active?.index ?? count;
        const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[event.key];
        if (to === undefined || count === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        speak(to);
      },
      onFocus({ currentTarget }: FocusEvent) {
        if (count > 0 && currentTarget.matches(":focus-visible")) speak(count - 1);
      },
      onBlur: () => setActive(null),
      onPointerDown: follow,
      onPointerMove: follow,
      // What a finger has chosen stays until it touches something else.
      onPointerLeave: ({ pointerType }: PointerEvent) => pointerType !== "touch" && setActive(null),
    },
  };
}

function useEscape(isActive: boolean, leave: () => void) {
  const act = useEffectEvent(leave);
  useEffect(() => {
    if (!isActive) return;
    const stop = new AbortController();
    document.addEventListener("keydown", ({ key }) => key === "Escape" && act(), { signal: stop.signal });
    return () => stop.abort();
  }, [isActive]);
}
