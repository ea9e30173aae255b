"use client";

import { type RefObject, useRef, useState } from "react";

export type Layer = {
  open: boolean;
  setOpen: (open: boolean) => void;
  trigger: RefObject<HTMLButtonElement | null>;
  triggerProps: {
    ref: RefObject<HTMLButtonElement | null>;
    "aria-haspopup": "dialog";
    "aria-expanded": boolean;
    onClick: () => void;
  };
};

/** Something that opens over the page from a button, to which the focus returns. */
export function useLayer(): Layer {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const onClick = () => setOpen((shown) => !shown);
  return {
    open,
    setOpen,
    trigger,
    triggerProps: { ref: trigger, "aria-haspopup": "dialog", "aria-expanded": open, onClick },
  };
}
