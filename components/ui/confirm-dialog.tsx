"use client";

import { Slot } from "radix-ui";
import { lazy, type ReactElement, Suspense } from "react";
import type { ConfirmPanelProps } from "./confirm-panel";
import { useLayer } from "./use-layer";
import { useWanted } from "./use-wanted";

const fetchPanel = () => import("./confirm-panel");
const ConfirmPanel = lazy(fetchPanel);

type ConfirmDialogProps = Omit<ConfirmPanelProps, "open" | "onOpenChange" | "returnFocus"> & { trigger: ReactElement };

/** Asks before something is done that is hard to take back. */
export function ConfirmDialog({ trigger, ...panel }: ConfirmDialogProps) {
  const layer = useLayer();
  const isWanted = useWanted(layer.open, fetchPanel);
  return (
    <>
      <Slot.Root {...layer.triggerProps}>{trigger}</Slot.Root>
      {isWanted && (
        <Suspense fallback={null}>
          <ConfirmPanel {...panel} open={layer.open} onOpenChange={layer.setOpen} returnFocus={layer.trigger} />
        </Suspense>
      )}
    </>
  );
}
