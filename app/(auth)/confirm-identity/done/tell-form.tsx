"use client";

import { useEffect } from "react";
import { tellConfirmation } from "@/components/form/confirmation-channel";
import { Button } from "@/components/ui/button";

/** Tells the form that waits in the other window, and closes this one where the browser lets it. */
export function TellForm({ confirmation }: { confirmation: string }) {
  useEffect(() => {
    tellConfirmation(confirmation);
    window.close();
  }, [confirmation]);
  return <Button onClick={() => window.close()}>Close this window</Button>;
}
