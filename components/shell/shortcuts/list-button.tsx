"use client";

import { Button } from "@/components/ui/button";
import { shortcutList } from "./registry";

/** Opens the list of shortcuts for those who have switched its key off, or have none. */
export function ShortcutListButton({ className }: { className?: string }) {
  return (
    <Button size="sm" className={className} aria-haspopup="dialog" onClick={() => shortcutList.set(true)}>
      Keyboard shortcuts
    </Button>
  );
}
