"use client";

import { type ComponentProps, type FocusEvent, type PointerEvent, useEffect, useRef, useState } from "react";

/** A pointer that only crosses a link on its way elsewhere does not mean it. */
const REST_MS = 60;

type LinkProps = Pick<ComponentProps<"a">, "onPointerEnter" | "onPointerLeave" | "onFocus">;

/** Whether somebody seems about to follow a link: the pointer rests on it, a finger touches it, or it has the focus. */
export function useIntent({ onPointerEnter, onPointerLeave, onFocus }: LinkProps) {
  const [isMeant, setMeant] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const watch = {
    onPointerEnter(event: PointerEvent<HTMLAnchorElement>) {
      onPointerEnter?.(event);
      forget();
      if (event.pointerType === "mouse") timer.current = setTimeout(() => setMeant(true), REST_MS);
      else setMeant(true);
    },
    onPointerLeave(event: PointerEvent<HTMLAnchorElement>) {
      onPointerLeave?.(event);
      forget();
    },
    onFocus(event: FocusEvent<HTMLAnchorElement>) {
      onFocus?.(event);
      // A click gives the focus too, and then the page itself is on its way.
      if (event.currentTarget.matches(":focus-visible")) setMeant(true);
    },
  };
  return { isMeant, watch };
}
