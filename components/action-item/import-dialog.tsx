"use client";

import { lazy } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import type { ImportProps } from "./import-form";

// It reads files with the parser of the server's own import, which the list beside it does not need.
const ImportForm = lazy(() => import("./import-form"));

export function ImportItemsDialog(props: ImportProps) {
  return (
    <FormDialog
      trigger={<Button>Import</Button>}
      title="Import action items"
      description="A CSV file as the export writes it. A line with an id changes that item; one without opens a new one."
    >
      {(close) => <ImportForm {...props} close={close} />}
    </FormDialog>
  );
}
