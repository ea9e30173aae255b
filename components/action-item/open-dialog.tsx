"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { OpenItemProps } from "./open-form";

const OpenItemForm = lazy(() => import("./open-form"));

export function OpenItemDialog(props: OpenItemProps) {
  const trigger = <Button variant={props.incidentId ? "secondary" : "primary"}>Open an item</Button>;
  return (
    <FormDialog trigger={trigger} title="Open an action item">
      {(close) => <OpenItemForm {...props} close={close} />}
    </FormDialog>
  );
}
