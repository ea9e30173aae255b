"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ShellCommand } from "./shell-command";

const PaletteDialog = dynamic(() => import("./palette-dialog").then((module) => module.PaletteDialog), { ssr: false });

/** Opened by its button, ⌘K or Ctrl K; its list is loaded when it is first opened. */
export function CommandPalette({ commands }: { commands: readonly ShellCommand[] }) {
  const [open, setOpen] = useState(false);
  const [loaded, setLoaded] = useState(false);
  const [isApple, setIsApple] = useState(false);

  useEffect(() => setIsApple(/Mac|iP/.test(navigator.userAgent)), []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setLoaded(true);
      setOpen((shown) => !shown);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  function show() {
    setLoaded(true);
    setOpen(true);
  }

  return (
    <>
      <Button variant="ghost" aria-haspopup="dialog" aria-keyshortcuts="Meta+K Control+K" onClick={show}>
        <Search aria-hidden />
        <span className="max-sm:sr-only">Go to or do</span>
        <Kbd className="max-sm:hidden">{isApple ? "⌘ K" : "Ctrl K"}</Kbd>
      </Button>
      {loaded && <PaletteDialog open={open} onOpenChange={setOpen} commands={commands} />}
    </>
  );
}
