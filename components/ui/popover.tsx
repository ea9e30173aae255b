"use client";

import { Slot } from "radix-ui";
import { lazy, type ReactElement, Suspense } from "react";
import type { PopoverPanelProps } from "./popover-panel";
import { useLayer } from "./use-layer";
import { useWanted } from "./use-wanted";

const fetchPanel = () => import("./popover-panel");
const PopoverPanel = lazy(fetchPanel);

type PopoverProps = Omit<PopoverPanelProps, "open" | "onOpenChange" | "trigger"> & { trigger: ReactElement };

/** A small panel beside its trigger that may hold text, links and forms. */
export function Popover({ trigger, ...panel }: PopoverProps) {
  const layer = useLayer();
  const isWanted = useWanted(layer.open, fetchPanel);
  return (
    <>
      <Slot.Root {...layer.triggerProps}>{trigger}</Slot.Root>
      {isWanted && (
        <Suspense fallback={null}>
          <PopoverPanel {...panel} open={layer.open} onOpenChange={layer.setOpen} trigger={layer.trigger} />
        </Suspense>
      )}
    </>
  );
}
