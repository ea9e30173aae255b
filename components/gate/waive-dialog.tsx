"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { WaiveDialogProps } from "./waive-form";

const WaiveForm = lazy(() => import("./waive-form"));

/** Asks for everything that a waiver of one failing check needs, and signs it with the password. */
export function WaiveDialog(props: WaiveDialogProps) {
  const { check, maxDays } = props;
  return (
    <FormDialog
      title={`Waive: ${check.title}`}
      description={`A waiver is a signed, expiring acceptance of this failing check for this release. It lasts at most ${maxDays} days.`}
      trigger={
        <Button size="sm" className="justify-self-start">
          Grant waiver …
        </Button>
      }
    >
      {(close) => <WaiveForm {...props} close={close} />}
    </FormDialog>
  );
}
