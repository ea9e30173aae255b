"use client";

import { Slot } from "radix-ui";
import { lazy, type ReactElement, type ReactNode, Suspense } from "react";
import type { SheetPanelProps } from "./sheet-panel";
import { useLayer } from "./use-layer";
import { useWanted } from "./use-wanted";

const fetchPanel = () => import("./sheet-panel");
const SheetPanel = lazy(fetchPanel);

type SheetProps = Pick<SheetPanelProps, "title" | "side"> & {
  trigger: ReactElement;
  children: (close: () => void) => ReactNode;
};

/** A panel from the edge of the screen: navigation on phones, details beside a list. */
export function Sheet({ trigger, title, side, children }: SheetProps) {
  const layer = useLayer();
  const isWanted = useWanted(layer.open, fetchPanel);
  return (
    <>
      <Slot.Root {...layer.triggerProps}>{trigger}</Slot.Root>
      {isWanted && (
        <Suspense fallback={null}>
          <SheetPanel
            title={title}
            side={side}
            open={layer.open}
            onOpenChange={layer.setOpen}
            returnFocus={layer.trigger}
          >
            {children(() => layer.setOpen(false))}
          </SheetPanel>
        </Suspense>
      )}
    </>
  );
}
