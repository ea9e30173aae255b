"use client";

import { Siren } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useRef } from "react";
import { useShortcut } from "@/components/shell/shortcuts/use-shortcut";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { type DeclareAction, DeclareForm } from "./declare-form";

const PARAMETER = "declare";
const KEY = "d";
const SHORTCUT = { keys: KEY, label: "Declare an incident", group: "On this page" } as const;

type DeclareIncidentDialogProps = {
  /** Null: they could not be read. */
  services: readonly { value: string; label: string }[] | null;
  /** Chosen beforehand. */
  service?: string;
  /** Whether the reader may take command too. */
  commands: boolean;
  action: DeclareAction;
};

/** Open while `?declare` is in the address, so that a link, the palette and Back open and close it as the button does. */
export function DeclareIncidentDialog(props: DeclareIncidentDialogProps) {
  const parameters = useSearchParams();
  const title = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  function show(open: boolean) {
    const address = new URL(window.location.href);
    if (open) address.searchParams.set(PARAMETER, "1");
    else address.searchParams.delete(PARAMETER);
    if (open) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }
  const hasKey = useShortcut(SHORTCUT, () => show(true));
  return (
    <>
      <Button
        ref={button}
        variant="primary"
        className="max-sm:order-first"
        aria-keyshortcuts={hasKey ? KEY : undefined}
        onClick={() => show(true)}
      >
        <Siren aria-hidden />
        Declare incident
        {hasKey && (
          <Kbd aria-hidden className="border-accent-foreground/50 text-accent-foreground! uppercase max-md:hidden">
            {KEY}
          </Kbd>
        )}
      </Button>
      <Dialog
        open={parameters.has(PARAMETER)}
        onOpenChange={show}
        title="Declare an incident"
        isPersistent
        initialFocus={title}
        returnFocus={button}
      >
        <DeclareForm {...props} titleRef={title} close={() => show(false)} />
      </Dialog>
    </>
  );
}
