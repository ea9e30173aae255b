"use client";

import { Slot } from "radix-ui";
import { type KeyboardEvent, lazy, Suspense, useState } from "react";
import type { ChoiceMenuPanelProps } from "./choice-menu-panel";
import { useWanted } from "./use-wanted";

const fetchPanel = () => import("./choice-menu-panel");
const ChoiceMenuPanel = lazy(fetchPanel);

/** A menu of which one is chosen. Until it is first asked for there is only its trigger. */
export function ChoiceMenu(props: ChoiceMenuPanelProps) {
  const [isAsked, setAsked] = useState(false);
  const isWanted = useWanted(isAsked, fetchPanel);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setAsked(true);
  }
  const trigger = (
    <Slot.Root aria-haspopup="menu" aria-expanded={false} onClick={() => setAsked(true)} onKeyDown={onKeyDown}>
      {props.trigger}
    </Slot.Root>
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <ChoiceMenuPanel {...props} />
    </Suspense>
  );
}
