"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { OverrideFreezeProps } from "./override-freeze-form";

const OverrideForm = lazy(() => import("./override-freeze-form"));

/** Asks why this one release must roll out in spite of the freeze, and signs it. */
export function OverrideFreezeDialog(props: OverrideFreezeProps) {
  return (
    <FormDialog
      title={`Override ${props.freeze.name}`}
      description="Lets this release, and no other, enter production while the freeze is in force. Every other check stays. The change board is told."
      trigger={
        <Button size="sm" className="justify-self-start">
          Override freeze …
        </Button>
      }
    >
      {(close) => <OverrideForm {...props} close={close} />}
    </FormDialog>
  );
}
