"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { RequestWaiverDialogProps } from "./request-waiver-form";

const RequestForm = lazy(() => import("./request-waiver-form"));

/** Asks those who may grant it for a waiver of one failing check. */
export function RequestWaiverDialog(props: RequestWaiverDialogProps) {
  const { check, maxDays } = props;
  return (
    <FormDialog
      title={`Request a waiver: ${check.title}`}
      description={`Whoever may grant it is told. Nothing is waived until then; a waiver lasts at most ${maxDays} days.`}
      trigger={
        <Button size="sm" className="justify-self-start">
          Request waiver …
        </Button>
      }
    >
      {(close) => <RequestForm {...props} close={close} />}
    </FormDialog>
  );
}
