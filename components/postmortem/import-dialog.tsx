"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { ImportProps } from "./import-form";

// It reads files with the parser of the server's own import, which the list beside it does not need.
const ImportForm = lazy(() => import("./import-form"));

export function ImportPostmortemDialog(props: ImportProps) {
  return (
    <FormDialog
      trigger={<Button>Import</Button>}
      title="Import a postmortem"
      description="An incident.md, or the same as JSON, of an incident that is over. Both are made from it."
    >
      {(close) => <ImportForm {...props} close={close} />}
    </FormDialog>
  );
}
