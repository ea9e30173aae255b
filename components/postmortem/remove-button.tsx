"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";

export function RemoveButton({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <Button variant="ghost" size="icon" aria-label={`Remove ${what}`} onClick={onRemove}>
      <X aria-hidden />
    </Button>
  );
}
