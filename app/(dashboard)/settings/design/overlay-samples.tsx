"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceMenu } from "@/components/ui/choice-menu";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { Sheet } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";

const SERVICES = ["Payments", "Search"].map((label) => ({ value: label, label }));

export function OverlaySamples() {
  const [service, setService] = useState("Payments");
  return (
    <div className="flex flex-wrap gap-3">
      <DialogSample />
      <ConfirmDialog
        trigger={<Button variant="danger">Revoke…</Button>}
        title="Revoke this waiver?"
        description="Releases that rely on it are blocked from then on."
        confirmLabel="Revoke"
        tone="danger"
        action={async () => ({ ok: false, error: { message: "A refusal stays in the dialog, with what was typed." } })}
      >
        <Field label="Why">
          <Input name="why" />
        </Field>
      </ConfirmDialog>
      <Sheet trigger={<Button>Sheet</Button>} title="Beside the page">
        {(close) => <Button onClick={close}>Close</Button>}
      </Sheet>
      <Popover trigger={<Button>Popover</Button>} label="What the number is">
        Releases that were approved at their first evaluation, of all that were evaluated.
      </Popover>
      <ChoiceMenu
        heading="Service"
        value={service}
        onChoose={setService}
        choices={SERVICES}
        trigger={<Button>{service}</Button>}
      />
      <Button onClick={() => toast.success("The rehearsal was recorded.")}>Toast</Button>
    </div>
  );
}

function DialogSample() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Dialog</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Record a rehearsal"
        description="What was tried, and how it went."
      >
        <Field label="Summary" hint="One line.">
          <Input name="summary" />
        </Field>
        <DialogFooter>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" onClick={() => setOpen(false)}>
            Record
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
