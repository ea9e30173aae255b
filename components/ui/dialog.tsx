"use client";

import { lazy, Suspense } from "react";
import type { ModalDialogProps } from "./modal-dialog";
import { useWanted } from "./use-wanted";

const fetchDialog = () => import("./modal-dialog");
const ModalDialog = lazy(fetchDialog);

/** A panel over the page that something else opens: the address, a key. With a button of its own: `FormDialog`. */
export function Dialog(props: ModalDialogProps) {
  if (!useWanted(props.open, fetchDialog)) return null;
  return (
    <Suspense fallback={null}>
      <ModalDialog {...props} />
    </Suspense>
  );
}
