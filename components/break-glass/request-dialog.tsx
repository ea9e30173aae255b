"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { RequestProps } from "./request-form";

const RequestForm = lazy(() => import("./request-form"));

/** Asks to ship past the gate. It says first what that means, because it cannot be taken back once it is used. */
export function RequestBreakGlassDialog(props: RequestProps) {
  return (
    <FormDialog
      trigger={
        <Button variant="ghost" size="sm">
          Break glass…
        </Button>
      }
      title="Break the glass?"
      description={`${props.name} could then enter production once, past the gate, with exactly the artifacts of its manifest. A second person has to confirm it. It is shown as break-glass for ever, never as approved.`}
    >
      {(close) => <RequestForm {...props} close={close} />}
    </FormDialog>
  );
}
